/** A stretch of a text. */
export type TextRange = { readonly from: number; readonly to: number };

/** More hits than this nobody goes through. */
const mostHits = 10_000;

/** Where these words stand in a text, whatever their case; `isCut` where there are more places. */
export const hitsIn = (
  text: string,
  words: readonly string[],
): { readonly ranges: readonly TextRange[]; readonly isCut: boolean } => {
  const lower = text.toLowerCase();
  // Where lower case has another length, places in it say nothing of the text.
  const searched = lower.length === text.length ? lower : text;
  const ranges: TextRange[] = [];
  for (const word of words.filter(Boolean)) {
    for (let at = searched.indexOf(word); at >= 0; at = searched.indexOf(word, at + word.length)) {
      if (ranges.length === mostHits) return { ranges: inOrder(ranges), isCut: true };
      ranges.push({ from: at, to: at + word.length });
    }
  }
  return { ranges: inOrder(ranges), isCut: false };
};

/** In order, without those that lie in another one. */
const inOrder = (ranges: readonly TextRange[]): readonly TextRange[] => {
  const kept: TextRange[] = [];
  for (const each of ranges.toSorted((one, other) => one.from - other.from || other.to - one.to))
    if (each.from >= (kept.at(-1)?.to ?? 0)) kept.push(each);
  return kept;
};
