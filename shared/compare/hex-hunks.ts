import type { Stretch } from '#shared/compare/myers.ts';

/** A line of hex: sixteen bytes from `offset`, which is a multiple of sixteen; for each byte whether it differs. */
export type HexHunkLine = { readonly offset: number; readonly bytes: Uint8Array; readonly differs: readonly boolean[] };

/** Lines of both bodies around what differs; what lies between two of them is the same. */
export type HexHunk = { readonly before: readonly HexHunkLine[]; readonly after: readonly HexHunkLine[] };

const lineBytes = 16;

/** The first line, and the line behind the last, that a stretch with a line of context around it takes. */
const window = (from: number, to: number, length: number): readonly [first: number, end: number] => [
  Math.max(0, Math.floor(from / lineBytes) - 1),
  Math.min(Math.ceil(length / lineBytes), Math.ceil(Math.max(to, from + 1) / lineBytes) + 1),
];

/** What differs between two bodies as lines of hex with one line around it; `most` lines of each at most, and `isCut` where there are more. */
export const hexHunks = (
  before: Uint8Array,
  after: Uint8Array,
  stretches: readonly Stretch[],
  most = 2000,
): { readonly hunks: readonly HexHunk[]; readonly isCut: boolean } => {
  const groups: Stretch[][] = [];
  for (const each of stretches) {
    const last = groups.at(-1)?.at(-1);
    const touches =
      last !== undefined &&
      (window(last.from, last.to, before.length)[1] >= window(each.from, each.to, before.length)[0] ||
        window(last.otherFrom, last.otherTo, after.length)[1] >= window(each.otherFrom, each.otherTo, after.length)[0]);
    if (touches) groups.at(-1)?.push(each);
    else groups.push([each]);
  }
  const hunks: HexHunk[] = [];
  let [left, otherLeft] = [most, most];
  for (const group of groups) {
    if (left <= 0 || otherLeft <= 0) return { hunks, isCut: true };
    const lines = linesOf(
      before,
      group.map(({ from, to }) => [from, to] as const),
      left,
    );
    const otherLines = linesOf(
      after,
      group.map(({ otherFrom, otherTo }) => [otherFrom, otherTo] as const),
      otherLeft,
    );
    hunks.push({ before: lines.lines, after: otherLines.lines });
    if (lines.isCut || otherLines.isCut) return { hunks, isCut: true };
    left -= lines.lines.length;
    otherLeft -= otherLines.lines.length;
  }
  return { hunks, isCut: false };
};

type Range = readonly [from: number, to: number];

const linesOf = (
  bytes: Uint8Array,
  ranges: readonly Range[],
  most: number,
): { readonly lines: readonly HexHunkLine[]; readonly isCut: boolean } => {
  const [first] = window(ranges[0]?.[0] ?? 0, 0, bytes.length);
  const [from = 0, to = 0] = ranges.at(-1) ?? [];
  const [, end] = window(from, to, bytes.length);
  const count = Math.min(most, Math.max(0, end - first));
  const lines = Array.from({ length: count }, (_, index): HexHunkLine => {
    const offset = (first + index) * lineBytes;
    const shown = bytes.subarray(offset, offset + lineBytes);
    return { offset, bytes: shown, differs: Array.from(shown, (_byte, at) => isIn(ranges, offset + at)) };
  });
  return { lines, isCut: count < end - first };
};

const isIn = (ranges: readonly Range[], at: number): boolean => ranges.some(([from, to]) => at >= from && at < to);
