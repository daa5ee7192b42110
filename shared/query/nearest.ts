/**
 * The one of some names that was probably meant: one that begins so, or that is a slip or two away (a letter too many, too few, another
 * or swapped). Null: none is near.
 */
export const nearestOf = (name: string, known: readonly string[]): string | null => {
  const wanted = name.toLowerCase().slice(0, 40);
  if (wanted === '') return null;
  const allowed = wanted.length < 4 ? 1 : 2;
  let nearest: string | null = null;
  let fewest = allowed + 1;
  for (const each of known) {
    const slips = slipsBetween(wanted, each.toLowerCase().slice(0, 40));
    if (slips >= fewest) continue;
    nearest = each;
    fewest = slips;
  }
  return nearest ?? known.find((each) => each.toLowerCase().startsWith(wanted)) ?? null;
};

/** The optimal string alignment distance. */
const slipsBetween = (one: string, other: string): number => {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          row > 1 && column > 1 && isSwapped ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = last;
    last = next;
  }
  return last[other.length] ?? 0;
};
