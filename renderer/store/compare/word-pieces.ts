import { mask, type Place } from '#shared/channel/redact.ts';
import { diffWords, type Piece } from '#shared/compare/word-diff.ts';
import { credentialsOfHeader } from '../inspect/credentials.ts';
import { placesToVeil } from '../inspect/veil.ts';

/** Two texts in pieces: what both have, and what only one of them has. */
export type PiecePair = readonly [before: readonly Piece[], after: readonly Piece[]];

/** Texts up to this length are compared word by word while they are drawn. */
const longestCompared = 4000;

const whole = (text: string | null, isOther: boolean): readonly Piece[] => (text === null ? [] : [{ text, isOther }]);

/** Two short texts against each other; long ones as they are. Null stands for none. */
export const wordPieces = (before: string | null, after: string | null): PiecePair => {
  if (before === after) return [whole(before, false), whole(after, false)];
  const isShort = before !== null && after !== null && before.length + after.length <= longestCompared;
  return isShort ? diffWords(before, after) : [whole(before, true), whole(after, true)];
};

/** The pieces of a text with what stands in these places masked: a mask differs where anything under it does. */
export const veiledPieces = (pieces: readonly Piece[], places: readonly Place[]): readonly Piece[] => {
  if (places.length === 0) return pieces;
  const shown: Piece[] = [];
  let [start, next] = [0, 0];
  for (const { text, isOther } of pieces) {
    const end = start + text.length;
    for (let at = start; at < end;) {
      const [from, to] = places[next] ?? [end, end];
      if (at < from) {
        shown.push({ text: text.slice(at - start, from - start), isOther });
        at = Math.min(from, end);
        continue;
      }
      const masked = at === from ? undefined : shown.pop();
      shown.push({ text: mask, isOther: isOther || masked?.isOther === true });
      at = Math.min(to, end);
      if (at === to) next += 1;
    }
    start = end;
  }
  return shown;
};

/** What stood and what stands under a name, in pieces; credentials are masked unless the veil is null. */
export const namedPieces = (
  name: string,
  before: string | null,
  after: string | null,
  veil: readonly string[] | null,
): PiecePair => {
  const [was, is] = wordPieces(before, after);
  return veil
    ? [veiledPieces(was, placesUnder(name, before, veil)), veiledPieces(is, placesUnder(name, after, veil))]
    : [was, is];
};

const placesUnder = (name: string, value: string | null, veil: readonly string[]): readonly Place[] => {
  if (value === null) return [];
  const own = credentialsOfHeader([name, value]);
  // The same list where it can be: what is made of it is kept.
  return placesToVeil(value, own.every((each) => veil.includes(each)) ? veil : [...veil, ...own]);
};
