import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, textOf } from '#shared/exchange/body.ts';
import { readHar } from '#shared/exchange/har.ts';
import { readPasted } from '#shared/trust/pasted.ts';

const entry = (path: string, status: number, more: object = {}) => ({
  startedDateTime: '2026-01-01T10:00:00.000Z',
  request: {
    method: 'POST',
    url: `https://example.com${path}`,
    httpVersion: 'HTTP/2',
    headers: [
      { name: ':authority', value: 'example.com' },
      { name: 'authorization', value: 'bearer x' },
      { name: 'content-type', value: 'application/json' },
    ],
    postData: { mimeType: 'application/json', text: '{"a":1}' },
    ...more,
  },
  response: { status },
});
const harOf = (...entries: readonly object[]): string => JSON.stringify({ log: { version: '1.2', entries } });
const problemOf = (text: string): string => {
  const found = readHar(text);
  return found.ok ? '' : found.problem;
};

describe('a HAR', () => {
  test.each([
    ['whole', harOf(entry('/a?b=%20', 401))],
    ['its entries', JSON.stringify([entry('/a?b=%20', 401)])],
    ['one entry', JSON.stringify(entry('/a?b=%20', 401))],
  ])('%s', (_name, text) => {
    const found = readHar(text);
    expect(found).toMatchObject({
      ok: true,
      entries: [
        {
          origin: 'https://example.com',
          startedAt: '2026-01-01T10:00:00.000Z',
          status: 401,
          request: {
            method: 'POST',
            target: '/a?b=%20',
            headers: [
              ['authorization', 'bearer x'],
              ['content-type', 'application/json'],
            ],
          },
        },
      ],
    });
    expect(found.ok && textOf(found.entries[0]!.request.body).text).toBe('{"a":1}');
  });

  test.each([
    ['base64', { postData: { mimeType: 'x', text: '/wA=', encoding: 'base64' } }, [255, 0]],
    ['none', { postData: undefined }, []],
    [
      'fields',
      { headers: [], postData: { mimeType: 'x', params: [{ name: 'a b', value: 'c&d' }] } },
      [...bytesOf('a+b=c%26d')],
    ],
  ])('a body as %s', (_name, more, bytes) => {
    const found = readHar(harOf(entry('/', 200, more)));
    expect(found.ok && [...found.entries[0]!.request.body]).toEqual(bytes);
  });

  test.each([
    ['{"log":', /Line 1, column 8/],
    ['{"a":1}', /is no HAR/],
    [harOf(), /is no HAR/],
    [harOf({ response: {} }), /Request 1 of the HAR: it has no request/],
    [harOf(entry('/', 200), entry('/', 200, { url: 'file:///etc' })), /Request 2 of the HAR: its url/],
    [harOf(entry('/', 200, { postData: { text: '*', encoding: 'base64' } })), /not base64/],
  ])('%s is refused with its place', (text, sentence) => expect(problemOf(text)).toMatch(sentence));

  test('whatever JSON comes, it answers and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('log', 'entries', 'request', 'postData'), (value, name) => {
        expect(typeof readHar(JSON.stringify({ [name]: value })).ok).toBe('boolean');
        expect(typeof readHar(harOf({ request: value })).ok).toBe('boolean');
      }),
    );
  });
});

describe('which request of a HAR is meant', () => {
  const targetOf = (text: string, number?: number) => {
    const found = readPasted(text, number);
    return found.ok ? found.request.target : found.problem;
  };
  test('the only one, the only refused one, or the one that was named', () => {
    expect(targetOf(harOf(entry('/one', 200)))).toBe('/one');
    expect(targetOf(harOf(entry('/one', 200), entry('/two', 401), entry('/three', 200)))).toBe('/two');
    expect(targetOf(harOf(entry('/one', 200), entry('/two', 401)), 1)).toBe('/one');
  });
  test('else it says what there is', () => {
    expect(targetOf(harOf(entry('/one', 403), entry('/two', 401)))).toMatch(
      /has 2 requests.*1 POST \/one… 403; 2 POST \/two… 401/,
    );
    expect(targetOf(harOf(entry('/one', 403)), 5)).toMatch(/no request 5: it has 1/);
  });
});
