import { betweenEnds, differences } from '#shared/compare/myers.ts';

/** A stretch of a text that is the same in another one, or only here. */
export type Piece = { readonly text: string; readonly isOther: boolean };

/** Words and single signs: what a person takes for one thing that changed. */
const word = /[\p{L}\p{N}_-]+|[\s\S]/gu;

/** Two texts, each cut into what both have and what only it has. Where they differ too much, all between their common ends is one piece. */
export const diffWords = (one: string, other: string): readonly [readonly Piece[], readonly Piece[]] => {
  const left = one.match(word) ?? [];
  const right = other.match(word) ?? [];
  const isSame = (at: number, otherAt: number): boolean => left[at] === right[otherAt];
  const found = differences(left.length, right.length, isSame) ?? [betweenEnds(left.length, right.length, isSame)];
  return [
    pieces(
      left,
      found.map(({ from, to }) => [from, to] as const),
    ),
    pieces(
      right,
      found.map(({ otherFrom, otherTo }) => [otherFrom, otherTo] as const),
    ),
  ];
};

const pieces = (
  words: readonly string[],
  others: readonly (readonly [from: number, to: number])[],
): readonly Piece[] => {
  const out: Piece[] = [];
  const add = (from: number, to: number, isOther: boolean): void => {
    if (to > from) out.push({ text: words.slice(from, to).join(''), isOther });
  };
  let at = 0;
  for (const [from, to] of others) {
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, words.length, false);
  return joined(out);
};
const joined = (pieces: readonly Piece[]): readonly Piece[] => {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && last.isOther === piece.isOther)
      out[out.length - 1] = { text: last.text + piece.text, isOther: piece.isOther };
    else out.push(piece);
  }
  return out;
};

const marks: Readonly<Record<string, string>> = { ' ': '·', '\n': '↵\n', '\r': '␍', '\t': '→', '\u{feff}': '[BOM]' };

/** What has no shape of its own, made visible: where it is what differs, it must be seen. */
export const withVisibleSpace = (text: string): string =>
  text.replace(/[ \n\r\t\u{feff}]/gu, (sign) => marks[sign] ?? sign);
