import type { Words } from '#renderer/words/words.ts';
import { hygieneOf } from '#shared/trust/hygiene.ts';

/** What is odd about a text that somebody wrote or pasted into a setting, as a sentence, and the text without it. */
export type Odd = {
  readonly sentence: string;
  /** Null where nothing can be taken away. */
  readonly cleaned: string | null;
};

/** Null where nothing is odd. A secret is compared character by character, so that more is odd about it. */
export const oddIn = (text: string, isSecret: boolean, { form }: Pick<Words, 'form'>): Odd | null => {
  const { oddities, cleaned } = hygieneOf(text, { isSecret });
  return oddities.length === 0
    ? null
    : { sentence: form.odd(oddities.map(({ code, what }) => form.oddity(code, what))), cleaned };
};
