import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, decodeBase64Url, encodeBase64, encodeBase64Url } from '#shared/text/base64.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('RFC 4648 §10', () => {
  test.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('%j is %j', (text, base64) => {
    expect(encodeBase64(utf8(text))).toBe(base64);
    expect(decodeBase64(base64)).toEqual({ ok: true, bytes: utf8(text) });
  });
});

test('RFC 7515 appendix C: base64url has no padding, and - and _ for + and /', () => {
  expect(encodeBase64Url(Uint8Array.of(3, 236, 255, 224, 193))).toBe('A-z_4ME');
});

test('any bytes come back, and the text is the one that Node makes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(encodeBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64(encodeBase64(bytes))).toEqual({ ok: true, bytes });
      expect(decodeBase64Url(encodeBase64Url(bytes))).toEqual({ ok: true, bytes });
    }),
  );
});

test('two texts never stand for the same bytes: what decodes is what encoding makes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('A', 'B', 'g', '9', '-', '_', '+', '/', '=') }), (text) => {
      const url = decodeBase64Url(text);
      if (url.ok) expect(encodeBase64Url(url.bytes)).toBe(text);
      const plain = decodeBase64(text);
      if (plain.ok) expect(encodeBase64(plain.bytes)).toBe(text);
    }),
  );
});

test.each([
  ['Zg', 'padding is missing'],
  ['Z===', 'not of this alphabet'],
  ['Zm9v\n', 'padding is missing'],
  ['Zm-v', 'Character 3 is not of this alphabet'],
  ['Zh==', 'bits that belong to no byte'],
])('base64 %j is refused: %s', (text, problem) => {
  expect(decodeBase64(text)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
});

test.each([
  ['Zg==', 'not of this alphabet'],
  ['A', 'left over'],
  ['Zm/v', 'Character 3'],
])('base64url %j is refused: %s', (text, problem) => {
  expect(decodeBase64Url(text)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
});
