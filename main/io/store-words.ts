import { wordsIn } from '#shared/query/words.ts';

/** What is searched for: words that begin so. Null when nothing is asked; empty when there is no letter or digit in what is asked. */
export const wordsOf = (matching: string | undefined): readonly string[] | null =>
  matching === undefined || matching.trim() === '' ? null : wordsIn(matching);

/** The words as an FTS5 query: all of them, each as a beginning. They hold no quote. */
export const queryOf = (words: readonly string[]): string => words.map((each) => `"${each}"*`).join(' ');
