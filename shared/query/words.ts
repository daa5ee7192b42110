/*
 * What a word is. The index of words (FTS5, tokenizer `ascii`) takes ASCII letters and digits and everything beyond ASCII as parts of
 * words; the text it is given is prepared here so that both agree, whatever Unicode version either knows.
 */

const beyondAscii = /[^\0-\x7f]/;
const notInWords = /[^\p{L}\p{N}\p{M}]+/gu;
const word = /[a-z0-9\x80-\u{10ffff}]+/gu;
const endsInWord = /[\p{L}\p{N}\p{M}]$/u;
const beginsWord = /^[\p{L}\p{N}\p{M}]/u;

/** The text as the index sees it: lower case, and beyond ASCII letters, digits and marks only. SQLite would end it at a NUL. */
export const foldedText = (text: string): string => {
  const folded = text.toLowerCase().replaceAll('\0', ' ');
  return beyondAscii.test(folded) ? folded.replaceAll(notInWords, ' ') : folded;
};

/** The words in a text, each once. */
export const wordsIn = (text: string): readonly string[] => [...new Set(foldedText(text).match(word) ?? [])];

/** Whether the text is one word and nothing else: then the index alone says who has it. */
export const isOneWord = (text: string): boolean => {
  const [only, ...more] = wordsIn(text);
  return more.length === 0 && only === text.toLowerCase();
};

/** Whether every word begins a word of the folded text: what the index would say, without the index. */
export const hasWords = (folded: string, words: readonly string[]): boolean =>
  words.every((each) => new RegExp(`(?<![a-z0-9\\x80-\\u{10ffff}])${each}`, 'u').test(folded));

/** Whether a text in lower case holds another one, beginning where a word begins: then the index has its words as well. */
export const holdsFromWordOn = (text: string, wanted: string): boolean => {
  const isFree = !beginsWord.test(wanted);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (isFree || !endsInWord.test(text.slice(Math.max(0, at - 2), at))) return true;
  return false;
};
