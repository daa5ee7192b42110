import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords, withVisibleSpace } from '#shared/compare/word-diff.ts';

const told = (one: string, other: string) =>
  diffWords(one, other).map((pieces) => pieces.map(({ text, isOther }) => (isOther ? `[${text}]` : text)).join(''));

test('what only one of two texts has is told apart, by words and single signs', () => {
  expect(told('{"sub":"1","app":"a","exp":2}', '{"app":"a","exp":2,"sub":"1"}')).toEqual([
    '{"[sub":"1","]app":"a","exp":2}',
    '{"app":"a","exp":2[,"sub":"1"]}',
  ]);
  expect(told('a b', 'a  b')).toEqual(['a b', 'a [ ]b']);
  expect(told('same', 'same')).toEqual(['same', 'same']);
  expect(told('', 'all')).toEqual(['', '[all]']);
});

test('the pieces are the text again, and what both have is the same in both', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', ',', 'é', '😀') });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [left, right] = diffWords(one, other);
      const whole = (pieces: typeof left) => pieces.map((each) => each.text).join('');
      const shared = (pieces: typeof left) => whole(pieces.filter(({ isOther }) => !isOther));
      expect([whole(left), whole(right)]).toEqual([one, other]);
      expect(shared(left)).toBe(shared(right));
    }),
  );
});

test('texts that are too long to compare word by word are still cut at their common beginning and end', () => {
  const long = (sign: string) => `begin ${`${sign} `.repeat(3000)}end`;
  const [left] = diffWords(long('x'), long('y'));
  expect(left.map(({ isOther }) => isOther)).toEqual([false, true, false]);
  expect([left[0]?.text, left[2]?.text]).toEqual(['begin ', ' end']);
});

test('white space that differs can be seen', () => {
  expect(withVisibleSpace(' a\t\r\n\u{feff}')).toBe('·a→␍↵\n[BOM]');
});
