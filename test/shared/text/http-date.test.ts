import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHttpDate } from '#shared/text/http-date.ts';

test('the example of RFC 9110 §5.6.7, and no other form', () => {
  expect(readHttpDate('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(784_111_777_000);
  for (const text of [
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    '1994-11-06T08:49:37Z',
    'Sun, 06 Nov 1994 08:49:37 CET',
    'Sun, 31 Feb 1994 08:49:37 GMT',
    'Sun, 06 Nop 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 24:00:00 GMT',
    '',
  ])
    expect(readHttpDate(text)).toBeNull();
});

test('every second from 1970 to 9999, as JavaScript writes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (second) => {
      expect(readHttpDate(new Date(second * 1000).toUTCString())).toBe(second * 1000);
    }),
  );
});
