import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences, type Stretch } from '#shared/compare/myers.ts';

const diff = (one: string, other: string, limit?: number): readonly Stretch[] | null =>
  differences(one.length, other.length, (at, otherAt) => one[at] === other[otherAt], limit);

/** The other text, made of the first one by what differs. */
const patched = (one: string, other: string, stretches: readonly Stretch[]): string => {
  let text = '';
  let at = 0;
  for (const { from, to, otherFrom, otherTo } of stretches) {
    text += one.slice(at, from) + other.slice(otherFrom, otherTo);
    at = to;
  }
  return text + one.slice(at);
};

/** How many signs are in one of the texts only, by the table of the longest common subsequence. */
const fewestEdits = (one: string, other: string): number => {
  let row = Array<number>(other.length + 1).fill(0);
  for (const sign of one) {
    const next = [0];
    for (const [index, otherSign] of other.split('').entries())
      next.push(sign === otherSign ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return one.length + other.length - 2 * (row.at(-1) ?? 0);
};

test.each([
  ['', '', []],
  ['abc', 'abc', []],
  ['', 'ab', [[0, 0, 0, 2]]],
  ['abc', 'ac', [[1, 2, 1, 1]]],
  ['abc', 'axyc', [[1, 2, 1, 3]]],
  ['abcabba', 'cbabac', null],
])('%j and %j', (one, other, expected) => {
  const found = diff(one, other);
  if (expected)
    expect(found?.map(({ from, to, otherFrom, otherTo }) => [from, to, otherFrom, otherTo])).toEqual(expected);
  expect(patched(one, other, found ?? [])).toBe(other);
});

test('the way from one to the other is the shortest, in order, and leads there', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const found = diff(one, other);
      expect(found && patched(one, other, found)).toBe(other);
      const edits = (found ?? []).reduce((sum, each) => sum + each.to - each.from + each.otherTo - each.otherFrom, 0);
      expect(edits).toBe(fewestEdits(one, other));
      for (const [index, each] of (found ?? []).entries()) {
        const next = found?.[index + 1];
        if (next) expect(next.from > each.to && next.otherFrom > each.otherTo).toBe(true);
      }
    }),
  );
});

test('too many differences are given up, and long texts with few are not', () => {
  expect(diff('ab'.repeat(100), 'cd'.repeat(100), 50)).toBe(null);
  expect(diff('a'.repeat(3000), 'b'.repeat(3000))).toBe(null);
  const long = 'abcdefgh'.repeat(200_000);
  expect(diff(`x${long}y`, `z${long}w`)).toEqual([
    { from: 0, to: 1, otherFrom: 0, otherTo: 1 },
    { from: long.length + 1, to: long.length + 2, otherFrom: long.length + 1, otherTo: long.length + 2 },
  ]);
});
