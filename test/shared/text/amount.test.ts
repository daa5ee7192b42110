import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationWords, exactDuration, groupDigits, sizeWords } from '#shared/text/amount.ts';

test.each([
  [0, '0 seconds'],
  [1.9, '1 second'],
  [119, '119 seconds'],
  [120, '2 minutes'],
  [3599, '59 minutes'],
  [3600, '1 hour'],
  [86_400, '1 day'],
  [45 * 86_400, '1 month'],
  [95_185_887, '3 years'],
  [2_307_259_614, '73 years'],
])('%d seconds are said as %s', (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});

test('a long time is said with its exact seconds, a short one is exact already', () => {
  expect(exactDuration(95_185_887, 'ago')).toBe('3 years ago (95,185,887 s)');
  expect(exactDuration(3600, 'more')).toBe('1 hour more (3,600 s)');
  expect(exactDuration(42, 'ago')).toBe('42 s ago');
});

test.each([
  [1, '1 byte'],
  [1500, '1,500 bytes'],
  [1024, '1 KB'],
  [25 * 1024 ** 2, '25 MB'],
  [1024 ** 3, '1 GB'],
  [1024 ** 3 + 1, '1,073,741,825 bytes'],
])('%d bytes are said as %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

test('grouped digits are the same number, and a fraction stays as it is', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (amount) => {
      expect(Number(groupDigits(amount).replaceAll(',', ''))).toBe(amount);
    }),
  );
  expect(groupDigits(1234.5678)).toBe('1234.5678');
});
