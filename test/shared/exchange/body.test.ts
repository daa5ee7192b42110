import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, hasControls, textOf } from '#shared/exchange/body.ts';

test('any text comes back from its bytes, with or without a byte order mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, hasBom) => {
      expect(textOf(bytesOf(text, hasBom))).toEqual({ text, charset: 'utf-8', isExact: true, hasBom });
    }),
  );
});

test('bytes that are exact come back to the byte, whatever they were', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const { text, isExact, hasBom } = textOf(bytes);
      if (isExact) expect(bytesOf(text, hasBom)).toEqual(bytes);
    }),
  );
});

test('bytes that are not UTF-8 are shown as far as they can be read, and said to be cut', () => {
  expect(textOf(Uint8Array.of(0x68, 0xff, 0x69))).toMatchObject({
    text: 'h\u{fffd}i',
    isExact: false,
    problem: expect.stringContaining('not valid UTF-8'),
  });
});

test('the character set of the content type is used', () => {
  expect(textOf(Uint8Array.of(0xe9), 'text/plain; charset="ISO-8859-1"')).toMatchObject({ text: 'é', isExact: true });
});

test('a character set that nobody knows is said, and UTF-8 is used', () => {
  expect(textOf(bytesOf('é'), 'text/plain; charset=klingon')).toMatchObject({
    text: 'é',
    charset: 'utf-8',
    problem: expect.stringContaining('is not known'),
  });
});

test('no bytes and no content type make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (bytes, type) => {
      expect(typeof textOf(bytes, `text/plain; charset=${type}`).text).toBe('string');
    }),
  );
});

test.each([
  ['words in lines and columns', 'one\ttwo\r\nthree\u000b\u000c', false],
  ['a NUL', 'one\u0000two', true],
  ['an escape', '\u001b[31m', true],
])('%s: whether a text has signs that are for no reader', (_what, text, has) => {
  expect(hasControls(text)).toBe(has);
});
