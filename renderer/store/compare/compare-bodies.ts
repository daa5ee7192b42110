import { diffBytes } from '#shared/compare/byte-diff.ts';
import { hexHunks, type HexHunk } from '#shared/compare/hex-hunks.ts';
import { ignored, type IgnoreRules } from '#shared/compare/ignored.ts';
import type { JsonChange } from '#shared/compare/json-diff.ts';
import { diffLines } from '#shared/compare/line-diff.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import { prettyJson } from '../pretty-json.ts';
import { looksOf, readableBody, type BodyLook, type BodySide } from './body-side.ts';
import { foldLines, type FoldedLines } from './fold-lines.ts';
import { diffByRules, type LeftOut } from './left-out.ts';

/** Two bodies, as what they are to be compared (null: as what tells most), and what does not count. */
export type BodiesToCompare = {
  readonly before: BodySide;
  readonly after: BodySide;
  readonly look: BodyLook | null;
  readonly rules: IgnoreRules;
};

/** A change without the places in its texts, which nobody draws. */
export type ShownChange = Omit<JsonChange, 'before' | 'after'>;

type Compared =
  | {
      readonly look: 'json';
      readonly changes: readonly ShownChange[];
      readonly isCut: boolean;
      readonly leftOut: readonly LeftOut[];
    }
  /** `isLaidOut`: line breaks and indents are ours. */
  | ({ readonly look: 'text'; readonly isLaidOut: boolean } & FoldedLines)
  | {
      readonly look: 'bytes';
      readonly hunks: readonly HexHunk[];
      readonly isCut: boolean;
      /** False where they differ too much to be told apart in detail. */
      readonly isExact: boolean;
    };

/** What differs between two bodies. `looks`: as what they can be compared. */
export type BodyDiff = {
  readonly looks: readonly BodyLook[];
  /** Byte for byte. */
  readonly isSame: boolean;
  /** Differences that count. */
  readonly count: number;
} & Compared;

const areSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Compares two bodies. It may take a second for each megabyte: large ones are not for the thread that draws. */
export const compareBodies = ({ before, after, look: wanted, rules }: BodiesToCompare): BodyDiff => {
  const [left, right] = [readableBody(before), readableBody(after)];
  const looks = looksOf(left, right);
  const look = wanted !== null && looks.includes(wanted) ? wanted : (looks[0] ?? 'bytes');
  const known = { looks, isSame: areSame(before.bytes, after.bytes) && before.isWhole && after.isWhole };
  switch (look) {
    case 'json': {
      const { changes, ...found } = diffByRules(scanJson(left?.text ?? ''), scanJson(right?.text ?? ''), rules);
      const shown = changes.map(({ before: _before, after: _after, ...change }) => change);
      return { ...known, look, count: changes.length, changes: shown, ...found };
    }
    case 'text': {
      const isLaidOut = looks.includes('json');
      const textOf = (side: typeof left): string => (isLaidOut ? prettyJson(side?.text ?? '') : (side?.text ?? ''));
      const { text } = ignored(rules);
      const lines = foldLines(diffLines(textOf(left), textOf(right), (one, other) => text(one) === text(other)));
      return { ...known, look, isLaidOut, count: lines.differing, ...lines };
    }
    case 'bytes': {
      const { stretches, isExact } = diffBytes(before.bytes, after.bytes);
      const hunks = hexHunks(before.bytes, after.bytes, stretches);
      return { ...known, look, isExact, count: stretches.length, ...hunks };
    }
    default:
      return assertNever(look);
  }
};
