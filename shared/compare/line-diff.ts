import { betweenEnds, differences, type Stretch } from '#shared/compare/myers.ts';
import { diffWords, type Piece } from '#shared/compare/word-diff.ts';

/** A line of a text, from 1, cut into what the line beside it has as well and what only it has. */
export type ComparedLine = { readonly number: number; readonly pieces: readonly Piece[] };

/** Two lines beside each other; null where the other text has one more. */
export type LinePair = {
  readonly before: ComparedLine | null;
  readonly after: ComparedLine | null;
  readonly isSame: boolean;
};

/** More lines than this are paired without looking for words: nobody reads so many. */
const mostCompared = 2000;

/**
 * Two texts line by line: what both have stands beside each other, and so do lines in the place of one another, with the words in which
 * they differ. Lines end with LF, CRLF or CR. `isTheSame` is asked for lines that are not equal, and says which differences do not count.
 */
export const diffLines = (
  before: string,
  after: string,
  isTheSame: (line: string, other: string) => boolean = () => false,
): readonly LinePair[] => {
  const left = linesOf(before);
  const right = linesOf(after);
  const isSame = (at: number, otherAt: number): boolean => {
    const [line = '', other = ''] = [left[at], right[otherAt]];
    return line === other || isTheSame(line, other);
  };
  const found = differences(left.length, right.length, isSame) ?? [betweenEnds(left.length, right.length, isSame)];
  const pairs: LinePair[] = [];
  let [at, otherAt] = [0, 0];
  for (const stretch of [
    ...found,
    { from: left.length, to: left.length, otherFrom: right.length, otherTo: right.length },
  ]) {
    for (; at < stretch.from; at += 1, otherAt += 1) pairs.push(samePair(at, otherAt, left, right));
    for (const pair of replacedPairs(stretch, left, right, pairs.length < mostCompared)) pairs.push(pair);
    [at, otherAt] = [stretch.to, stretch.otherTo];
  }
  return pairs;
};

/** The end of the last line begins no other one. */
const linesOf = (text: string): readonly string[] => {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

const whole = (line: string, number: number, isOther: boolean): ComparedLine => ({
  number,
  pieces: line === '' ? [] : [{ text: line, isOther }],
});

const samePair = (at: number, otherAt: number, left: readonly string[], right: readonly string[]): LinePair => ({
  before: whole(left[at] ?? '', at + 1, false),
  after: whole(right[otherAt] ?? '', otherAt + 1, false),
  isSame: true,
});

const replacedPairs = (
  { from, to, otherFrom, otherTo }: Stretch,
  left: readonly string[],
  right: readonly string[],
  withWords: boolean,
): readonly LinePair[] =>
  Array.from({ length: Math.max(to - from, otherTo - otherFrom) }, (_, index): LinePair => {
    const [at, otherAt] = [from + index, otherFrom + index];
    const [line, other] = [at < to ? left[at] : undefined, otherAt < otherTo ? right[otherAt] : undefined];
    if (line === undefined || other === undefined || !withWords)
      return {
        before: line === undefined ? null : whole(line, at + 1, true),
        after: other === undefined ? null : whole(other, otherAt + 1, true),
        isSame: false,
      };
    const [before, after] = diffWords(line, other);
    return {
      before: { number: at + 1, pieces: before },
      after: { number: otherAt + 1, pieces: after },
      isSame: false,
    };
  });
