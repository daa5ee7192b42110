import { diffBytes } from '#shared/compare/byte-diff.ts';
import { hexHunks } from '#shared/compare/hex-hunks.ts';
import { ignored, type IgnoreRules } from '#shared/compare/ignored.ts';
import { diffLines } from '#shared/compare/line-diff.ts';
import type { ScannedJson } from '#shared/text/json-node.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import { prettyJson } from '../pretty-json.ts';
import { credentialsIn } from '../inspect/credentials.ts';
import { credentialsInBytes } from '../inspect/veil.ts';
import { contentOf, looksOf, readableBody, type BodyLook, type BodySide } from './body-side.ts';
import { foldLines, type FoldedLines } from './fold-lines.ts';
import { diffByRules, type LeftOut } from './left-out.ts';
import { packingOf, type Packing } from './packing.ts';
import { veiledChange, veiledHunks, veiledLines, type ShownChange, type ShownHunk } from './veiled-diff.ts';

/** Two bodies, as what they are to be compared (null: as what tells most), and what does not count. */
export type BodiesToCompare = {
  readonly before: BodySide;
  readonly after: BodySide;
  readonly look: BodyLook | null;
  readonly rules: IgnoreRules;
  /** What is known to be secret, and masked with all that looks so; null: everything is shown. */
  readonly veil: readonly string[] | null;
};

type Compared =
  | {
      readonly look: 'json';
      readonly changes: readonly ShownChange[];
      readonly isCut: boolean;
      readonly leftOut: readonly LeftOut[];
      /** Whether the first one and the second one are no valid JSON. */
      readonly areBroken: readonly [boolean, boolean];
    }
  /** `isLaidOut`: line breaks and indents are ours. `isSameText`: nothing had to be left out for it to be the same. */
  | ({ readonly look: 'text'; readonly isLaidOut: boolean; readonly isSameText: boolean } & FoldedLines)
  | {
      readonly look: 'bytes' | 'wire';
      readonly hunks: readonly ShownHunk[];
      readonly isCut: boolean;
      /** False where they differ too much to be told apart in detail. */
      readonly isExact: boolean;
    };

/** Byte for byte: as they were on the wire, or only unpacked, or as far as both are there. */
type Sameness = 'whole' | 'unpacked' | 'in-part' | 'none';

/** What differs between two bodies. `looks`: as what they can be compared. */
export type BodyDiff = {
  readonly looks: readonly BodyLook[];
  readonly sameness: Sameness;
  /** Differences that count. */
  readonly count: number;
  /** What became of those that were packed, the first one's and the second one's. */
  readonly packings: readonly [Packing | null, Packing | null];
} & Compared;

const areSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

const samenessOf = (before: BodySide, after: BodySide): Sameness => {
  const [was, is] = [contentOf(before), contentOf(after)];
  if (areSame(before.bytes, after.bytes) && before.isWhole && after.isWhole) return 'whole';
  if (!areSame(was.bytes, is.bytes)) return 'none';
  return was.isWhole && is.isWhole ? 'unpacked' : 'in-part';
};

/** No body at all is no JSON either, and nothing to be told. */
const isBroken = ({ problems }: ScannedJson, side: BodySide): boolean =>
  problems.length > 0 && contentOf(side).bytes.length > 0;

/** What is masked in two bodies; null: nothing. */
const secretsOf = ({ before, after, veil }: BodiesToCompare): readonly string[] | null =>
  veil && [
    ...new Set([
      ...veil,
      ...[before, after].flatMap((side) => {
        const text = readableBody(side)?.text;
        return text === undefined ? credentialsInBytes(contentOf(side).bytes) : credentialsIn(text);
      }),
    ]),
  ];

/** Compares two bodies. It may take a second for each megabyte: large ones are not for the thread that draws. */
export const compareBodies = (bodies: BodiesToCompare): BodyDiff => {
  const { before, after, look: wanted, rules } = bodies;
  const [left, right] = [readableBody(before), readableBody(after)];
  const looks = looksOf(before, after);
  const look = wanted !== null && looks.includes(wanted) ? wanted : (looks[0] ?? 'bytes');
  const secrets = secretsOf(bodies);
  const known = {
    looks,
    sameness: samenessOf(before, after),
    packings: [packingOf(before), packingOf(after)],
  } as const;
  switch (look) {
    case 'json': {
      const [was, is] = [scanJson(left?.text ?? ''), scanJson(right?.text ?? '')];
      const { changes, ...found } = diffByRules(was, is, rules);
      const shown = changes.map(({ before: _before, after: _after, ...change }) =>
        secrets ? veiledChange(change, secrets) : change,
      );
      const areBroken = [isBroken(was, before), isBroken(is, after)] as const;
      return { ...known, look, count: changes.length, changes: shown, areBroken, ...found };
    }
    case 'text': {
      const isLaidOut = looks.includes('json');
      const textOf = (side: typeof left): string => (isLaidOut ? prettyJson(side?.text ?? '') : (side?.text ?? ''));
      const { text } = ignored(rules);
      const [was, is] = [textOf(left), textOf(right)];
      const lines = foldLines(diffLines(was, is, (one, other) => text(one) === text(other)));
      const shown = secrets ? veiledLines(lines, secrets) : lines;
      return { ...known, look, isLaidOut, isSameText: was === is, count: lines.differing, ...shown };
    }
    case 'bytes':
    case 'wire': {
      const both = ([before, after] as const).map((side) => (look === 'wire' ? side : contentOf(side)).bytes);
      const [was = before.bytes, is = after.bytes] = both;
      const { stretches, isExact } = diffBytes(was, is);
      const { hunks, isCut } = hexHunks(was, is, stretches);
      const shown = secrets ? veiledHunks(hunks, [was, is], secrets) : hunks;
      return { ...known, look, isExact, count: stretches.length, isCut, hunks: shown };
    }
    default:
      return assertNever(look);
  }
};
