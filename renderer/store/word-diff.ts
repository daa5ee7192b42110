/** A stretch of a text that is the same in another one, or only here. */
export type Piece = { readonly text: string; readonly isOther: boolean };

/** Words and single signs: what a person takes for one thing that changed. */
const word = /[\p{L}\p{N}_-]+|[\s\S]/gu;

/** Beyond this many words the middle is shown as one piece: the table of the comparison grows with their product. */
const mostWords = 2000;

/** Two texts, each cut into what both have and what only it has. */
export const diffWords = (one: string, other: string): readonly [readonly Piece[], readonly Piece[]] => {
  const left = one.match(word) ?? [];
  const right = other.match(word) ?? [];
  const shortest = Math.min(left.length, right.length);
  let start = 0;
  while (start < shortest && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shortest - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const [onlyLeft, onlyRight] = differing(left.slice(start, left.length - end), right.slice(start, right.length - end));
  const whole = (words: readonly string[], middle: readonly boolean[]): readonly Piece[] =>
    joined(words.map((text, at) => ({ text, isOther: middle[at - start] ?? false })));
  return [whole(left, onlyLeft), whole(right, onlyRight)];
};

/** For each word whether it is missing on the other side, by the longest common subsequence. */
const differing = (
  left: readonly string[],
  right: readonly string[],
): readonly [readonly boolean[], readonly boolean[]] => {
  const onlyLeft = left.map(() => true);
  const onlyRight = right.map(() => true);
  if (left.length > mostWords || right.length > mostWords) return [onlyLeft, onlyRight];
  const width = right.length + 1;
  const longest = new Uint16Array((left.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1)
    for (let column = right.length - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        left[row] === right[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  for (let row = 0, column = 0; row < left.length && column < right.length;)
    if (left[row] === right[column]) {
      onlyLeft[row] = false;
      onlyRight[column] = false;
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  return [onlyLeft, onlyRight];
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
