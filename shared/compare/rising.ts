/** The longest list of numbers that rise, left out of these: what did not move when the others did. */
export const longestRising = (numbers: readonly number[]): ReadonlySet<number> => {
  /** For each length the index of the smallest number that such a list can end with. */
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const rising = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rising.add(numbers[at] ?? 0);
  return rising;
};
