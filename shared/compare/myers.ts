/** A stretch of one list that stands in the place of a stretch of another; either may be empty. Ends are behind the last one. */
export type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
};

/** Steps along what is the same: hostile lists would take a step for each pair of their elements. */
const mostSteps = 50_000_000;

/** Elements that are there in one list only: what has to be remembered grows with their square. */
const mostEdits = 2000;

/**
 * What differs between two lists, by the shortest way of making one of the other (E. Myers, “An O(ND) Difference Algorithm and Its
 * Variations”, 1986). Null where that would take too long.
 */
export const differences = (
  length: number,
  otherLength: number,
  isSame: (at: number, otherAt: number) => boolean,
  limit: number = mostEdits,
): readonly Stretch[] | null => {
  const { from: head, to, otherTo } = betweenEnds(length, otherLength, isSame);
  const [width, height] = [to - head, otherTo - head];
  if (width === 0 && height === 0) return [];
  if (width === 0 || height === 0) return [{ from: head, to: head + width, otherFrom: head, otherTo: head + height }];
  const ends = forward(width, height, (at, otherAt) => isSame(head + at, head + otherAt), limit);
  return ends && backward(ends, width, height, head);
};

/** The one stretch between what two lists have in common at their beginning and at their end. */
export const betweenEnds = (
  length: number,
  otherLength: number,
  isSame: (at: number, otherAt: number) => boolean,
): Stretch => {
  const shortest = Math.min(length, otherLength);
  let head = 0;
  while (head < shortest && isSame(head, head)) head += 1;
  let tail = 0;
  while (tail < shortest - head && isSame(length - 1 - tail, otherLength - 1 - tail)) tail += 1;
  return { from: head, to: length - tail, otherFrom: head, otherTo: otherLength - tail };
};

/** How far each diagonal was reached with so many edits: one array for each number of edits, until the end is reached. */
const forward = (
  width: number,
  height: number,
  isSame: (at: number, otherAt: number) => boolean,
  limit: number,
): readonly Int32Array[] | null => {
  const reached: Int32Array[] = [];
  let steps = 0;
  let before = new Int32Array(3);
  for (let edits = 0; edits <= Math.min(limit, width + height); edits += 1) {
    // Diagonal k stands at k + edits + 1; the outermost ones are never reached, and are there to be compared with.
    const now = new Int32Array(2 * edits + 3);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let at = edits === 0 ? 0 : comingTo(before, diagonal, edits);
      let otherAt = at - diagonal;
      while (at < width && otherAt < height && isSame(at, otherAt)) {
        at += 1;
        otherAt += 1;
        steps += 1;
      }
      now[diagonal + edits + 1] = at;
      if (at >= width && otherAt >= height) return [...reached, now];
    }
    steps += edits;
    if (steps > mostSteps) return null;
    reached.push(now);
    before = now;
  }
  return null;
};

/** Where a diagonal begins: from below, by an element of the other list, or from above, by one of the first. */
const comingTo = (before: Int32Array, diagonal: number, edits: number): number => {
  const index = diagonal + edits;
  const above = before[index - 1] ?? 0;
  const below = before[index + 1] ?? 0;
  return isDown(diagonal, edits, above, below) ? below : above + 1;
};

const isDown = (diagonal: number, edits: number, above: number, below: number): boolean =>
  diagonal === -edits || (diagonal !== edits && above < below);

/** The way back from the end: its edits, joined where they touch. */
const backward = (reached: readonly Int32Array[], width: number, height: number, head: number): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let [at, otherAt] = [width, height];
  for (let edits = reached.length - 1; edits > 0; edits -= 1) {
    const before = reached[edits - 1] ?? new Int32Array();
    const diagonal = at - otherAt;
    const index = diagonal + edits;
    const [above, below] = [before[index - 1] ?? 0, before[index + 1] ?? 0];
    const down = isDown(diagonal, edits, above, below);
    const from = down ? below : above;
    const otherFrom = from - (down ? diagonal + 1 : diagonal - 1);
    addStretch(stretches, {
      from: head + from,
      to: head + from + (down ? 0 : 1),
      otherFrom: head + otherFrom,
      otherTo: head + otherFrom + (down ? 1 : 0),
    });
    [at, otherAt] = [from, otherFrom];
  }
  return stretches.toReversed();
};

const addStretch = (stretches: Stretch[], before: Stretch): void => {
  const last = stretches.at(-1);
  if (last && last.from === before.to && last.otherFrom === before.otherTo)
    stretches[stretches.length - 1] = { ...last, from: before.from, otherFrom: before.otherFrom };
  else stretches.push(before);
};
