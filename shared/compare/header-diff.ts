import type { Ignored } from '#shared/compare/ignored.ts';
import { pairItems, type Item } from '#shared/compare/items.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';

/** A header line where it stands, from 0. */
export type PlacedLine = { readonly at: number; readonly name: string; readonly value: string };

/** One line in both, or in one of them. `differs`: in what two lines are not the same; none: they are. */
export type HeaderPair = {
  readonly before: PlacedLine | null;
  readonly after: PlacedLine | null;
  readonly differs: readonly ('value' | 'case' | 'place')[];
  /** A rule leaves it out: what differs does not count. */
  readonly isIgnored: boolean;
};

/**
 * Two heads line by line, as the second one has them; what only the first one has stands where it stood. Names compare without case
 * (RFC 9110 §5.1); of lines with the same name those with the same value belong together, then the others in their order.
 */
export const diffHeaders = (before: HeaderLines, after: HeaderLines, ignored: Ignored): readonly HeaderPair[] => {
  const left = placed(before);
  const right = placed(after);
  const partners = partnersOf(left, right);
  const pairs = right.map((line): HeaderPair => {
    const partner = partners.get(line);
    return pairOf(partner?.line ?? null, line, partner?.isMoved ?? false, ignored);
  });
  const taken = new Set([...partners.values()].map(({ line }) => line));
  for (const line of left.filter((each) => !taken.has(each)))
    pairs.splice(placeOf(line, pairs), 0, pairOf(line, null, false, ignored));
  return pairs;
};

const placed = (lines: HeaderLines): readonly PlacedLine[] => lines.map(([name, value], at) => ({ at, name, value }));

type Partner = { readonly line: PlacedLine; readonly isMoved: boolean };

/** For each line of the second head the one of the first that it was. */
const partnersOf = (left: readonly PlacedLine[], right: readonly PlacedLine[]): ReadonlyMap<PlacedLine, Partner> => {
  const partners = new Map<PlacedLine, Partner>();
  const free = new Set(left);
  const pair = (line: PlacedLine | undefined, other: PlacedLine | undefined, isMoved: boolean): void => {
    if (!line || !other) return;
    partners.set(other, { line, isMoved });
    free.delete(line);
  };
  for (const { at, otherAt, isMoved } of pairItems(left.map(itemOf), right.map(itemOf)))
    pair(left[at], right[otherAt], isMoved);
  // Of another value and in another place: then only the name tells.
  for (const other of right)
    if (!partners.has(other))
      pair(
        [...free].find((line) => kindOf(line) === kindOf(other)),
        other,
        true,
      );
  return partners;
};

const kindOf = ({ name }: PlacedLine): string => name.toLowerCase();

const itemOf = (line: PlacedLine): Item => ({ identity: `${kindOf(line)}:${line.value}`, kind: kindOf(line) });

const pairOf = (
  before: PlacedLine | null,
  after: PlacedLine | null,
  isElsewhere: boolean,
  ignored: Ignored,
): HeaderPair => {
  const isOther = before !== null && after !== null && before.value !== after.value;
  const isSameText = before !== null && after !== null && ignored.text(before.value) === ignored.text(after.value);
  return {
    before,
    after,
    differs: [
      ...(isOther ? (['value'] as const) : []),
      ...(before && after && before.name !== after.name ? (['case'] as const) : []),
      ...(isElsewhere ? (['place'] as const) : []),
    ],
    isIgnored: ignored.header((after ?? before)?.name ?? '') || (isOther && isSameText),
  };
};

/** Behind the line that stood before it. */
const placeOf = (line: PlacedLine, pairs: readonly HeaderPair[]): number => {
  const before = pairs.findLastIndex((each) => each.before !== null && each.before.at < line.at);
  return before + 1;
};
