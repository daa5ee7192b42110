import { expect, test } from 'vitest';
import { headerFlags } from '#renderer/store/headers/header-flags.ts';
import { headerReading } from '#renderer/store/headers/header-reading.ts';
import { knownHeader, knownHeaders } from '#renderer/store/headers/known-headers.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { factsOfHeader } from '#shared/platforms/header-fact.ts';
import { channeltalk } from '#shared/platforms/channeltalk/index.ts';
import { inEnglish, inKorean } from '../spoken.ts';

const flagsOf = (headers: readonly (readonly [string, string])[], change = {}) =>
  headerFlags({ headers, bodyBytes: 10, isTruncated: false, ...change }, inEnglish);
const at = Date.UTC(2026, 0, 2, 3, 4, 5);
const read = (name: string, value: string) => headerReading([name, value], { bodyBytes: 10, at }, inEnglish).join(' ');

test('what is odd about a line is told beside it', () => {
  expect(flagsOf([['Host', 'a']])).toEqual([[]]);
  expect(
    flagsOf([
      ['X-Twice', '1'],
      ['x-twice', '2'],
      ['Set-Cookie', 'a'],
      ['Set-Cookie', 'b'],
    ]),
  ).toEqual([[expect.stringContaining('2 times')], [expect.stringContaining('2 times')], [], []]);
  expect(
    flagsOf([
      ['X_Y', ' '],
      ['a b', 'é\u0001'],
    ]).flat(),
  ).toEqual([
    'It has no value.',
    expect.stringContaining('underscore'),
    expect.stringContaining('beyond ASCII'),
    expect.stringContaining('control characters'),
    expect.stringContaining('white space'),
  ]);
});

test('a length that is not that of the body is told, but not where it may be', () => {
  expect(flagsOf([['Content-Length', '10']])).toEqual([[]]);
  expect(flagsOf([['Content-Length', '12']])).toEqual([['10 B came.']]);
  expect(flagsOf([['Content-Length', '12']], { isTruncated: true })).toEqual([[]]);
  expect(flagsOf([['Content-Length', '12']], { bodyBytes: 0 })).toEqual([[]]);
  expect(flagsOf([['Content-Length', 'x']])).toEqual([['It is not a number.']]);
  const both = flagsOf([
    ['Content-Length', '10'],
    ['Transfer-Encoding', 'chunked'],
  ]);
  expect(both[0]?.[0]).toContain('RFC 9112');
});

test('a credential says its scheme and for whom it is, never more than is in it', () => {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const token = `${part({ alg: 'HS256' })}.${part({ appId: 'cs-1', sub: 8812, exp: at / 1000 + 60, other: 'x' })}.c2ln`;
  expect(read('Authorization', `bearer ${token}`)).toBe(
    'Scheme bearer. A JWT, HS256, with appId cs-1, sub 8812. It expires 2 Jan 2026, 03:05:05.',
  );
  expect(read('auth', token)).toContain('A JWT, HS256');
  expect(read('authorization', token)).toContain('No scheme stands before it. A JWT');
  expect(read('Authorization', 'Basic dTpw')).toContain('whoever sees it can read both');
  expect(read('Authorization', 'Bearer abcdef')).toBe(
    'Scheme Bearer. A token of 6 characters that says nothing by itself.',
  );
});

test('types, lengths, clocks and limits are said in words', () => {
  expect(read('content-type', 'application/json; charset=utf-8')).toBe('The text is in utf-8.');
  expect(read('Content-Type', 'multipart/form-data; boundary="x y"')).toBe('Its parts are separated by x y.');
  expect(read('content-length', '10')).toBe('So many bytes came.');
  expect(read('Date', 'Fri, 02 Jan 2026 03:04:01 GMT')).toContain('4.00 s behind this one');
  expect(read('Date', 'Fri, 02 Jan 2026 03:04:05 GMT')).toContain('agree');
  expect(read('Date', 'yesterday')).toBe('');
  expect(read('Retry-After', '120')).toBe('That is 120.0 s from the answer on.');
  expect(read('x-ratelimit-reset', '1767323045')).toBe(read('x-ratelimit-reset', '1767323045000'));
  expect(read('x-other', 'plain')).toBe('');
});

test('known headers are explained in both languages, and what a platform says is data of its own', () => {
  expect([knownHeader('CONTENT-TYPE'), knownHeader('x-mine'), knownHeader('__proto__')]).toEqual([
    'content-type',
    null,
    null,
  ]);
  for (const { headers } of [inEnglish, inKorean])
    expect(Object.keys(headers.known).toSorted()).toEqual(Object.keys(knownHeaders).toSorted());
  const facts = factsOfHeader(channeltalk.headers ?? [], 'X-Quick-Reply', { on: 'response', end: 'app' });
  expect(facts.map(({ status, claim }) => [status, claim])).toEqual([
    ['documented', expect.stringContaining('becomes a message in the chat')],
  ]);
  expect(factsOfHeader(channeltalk.headers ?? [], 'X-Quick-Reply', { on: 'request', end: 'app' })).toEqual([]);
  for (const { headers = [] } of platforms)
    for (const { name, fact } of headers) expect([name, fact.source.length > 5]).toEqual([name.toLowerCase(), true]);
});
