import type { LinePair } from '#shared/compare/line-diff.ts';

/** Lines beside each other: drawn, or folded up because they are the same. `count`: how many there are, with those that are left out. */
export type LineStretch = { readonly isFolded: boolean; readonly pairs: readonly LinePair[]; readonly count: number };

/** Two texts as stretches. `differing`: places where they differ; `isCut`: there are more of them than are shown. */
export type FoldedLines = {
  readonly stretches: readonly LineStretch[];
  readonly differing: number;
  readonly isCut: boolean;
};

/** Lines that are shown around what differs, so that a person knows where it is. */
const around = 3;
/** More lines than these nobody reads; of what is the same, so many can be unfolded in one place. */
const mostDrawn = 3000;
const mostFolded = 500;

/** Folds up what is the same, but for a few lines around what differs. */
export const foldLines = (pairs: readonly LinePair[]): FoldedLines => {
  const isNear = nearDifferences(pairs);
  const stretches: { isFolded: boolean; pairs: LinePair[]; count: number }[] = [];
  let [differing, drawn] = [0, 0];
  for (const [at, pair] of pairs.entries()) {
    const isFolded = isNear[at] !== 1;
    if (!pair.isSame && pairs[at - 1]?.isSame !== false) differing += 1;
    if (!isFolded) drawn += 1;
    let last = stretches.at(-1);
    if (last?.isFolded !== isFolded) stretches.push((last = { isFolded, pairs: [], count: 0 }));
    last.count += 1;
    if (isFolded ? last.count <= mostFolded : drawn <= mostDrawn) last.pairs.push(pair);
  }
  return { stretches: stretches.filter((each) => each.pairs.length > 0), differing, isCut: drawn > mostDrawn };
};

const nearDifferences = (pairs: readonly LinePair[]): Uint8Array => {
  const isNear = new Uint8Array(pairs.length);
  for (const [at, { isSame }] of pairs.entries())
    if (!isSame) isNear.fill(1, Math.max(0, at - around), Math.min(pairs.length, at + around + 1));
  // A single line that is folded up takes as much room as it would unfolded.
  for (let at = 1; at < pairs.length - 1; at += 1) if (isNear[at - 1] && isNear[at + 1]) isNear[at] = 1;
  return isNear;
};
