/** A stretch of a text, and whether it is one that was looked for. */
export type LitPart = { readonly text: string; readonly isLit: boolean };

/** How many places are pointed out in one text: more would only be noise. */
const most = 50;

/** A text in stretches, with each place of these words lit, whatever their case. */
export const litParts = (text: string, words: readonly string[]): readonly LitPart[] => {
  const lower = text.toLowerCase();
  // Where lower case has another length, places in it say nothing of the text.
  const wanted = lower.length === text.length ? words.filter(Boolean) : [];
  const parts: LitPart[] = [];
  let at = 0;
  while (parts.length < most * 2) {
    const next = nearest(lower, wanted, at);
    if (!next) break;
    if (next.from > at) parts.push({ text: text.slice(at, next.from), isLit: false });
    parts.push({ text: text.slice(next.from, next.to), isLit: true });
    at = next.to;
  }
  return at < text.length ? [...parts, { text: text.slice(at), isLit: false }] : parts;
};

const nearest = (lower: string, words: readonly string[], from: number) => {
  let found: { readonly from: number; readonly to: number } | null = null;
  for (const word of words) {
    const at = lower.indexOf(word, from);
    const isNearer = at >= 0 && (!found || at < found.from || (at === found.from && at + word.length > found.to));
    if (isNearer) found = { from: at, to: at + word.length };
  }
  return found;
};

/** So much of a text is seen where there is little room, and so much of it before what is lit. */
const seen = 24;
const before = 10;

/** The text from shortly before its first lit place on, where that would be out of sight at its end. */
export const aroundLit = (text: string, words: readonly string[]): string => {
  const [first, second] = litParts(text, words);
  const at = first && !first.isLit && second ? first.text.length : 0;
  return at <= seen ? text : `…${text.slice(at - before)}`;
};
