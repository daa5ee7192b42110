import { expect, test } from 'vitest';
import { bytesOf } from '#shared/exchange/body.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';

const json: HeaderLines = [['content-type', 'application/json; charset=utf-8']];
const kinds = (body: string | Uint8Array, headers: HeaderLines = json) =>
  readJsonBody({ headers, body: typeof body === 'string' ? bytesOf(body) : body }).oddities.map((each) => each.kind);

test('a good body is read without a word', () => {
  expect(readJsonBody({ headers: json, body: bytesOf('{"a":1}') })).toEqual({ value: { a: 1 }, oddities: [] });
});

test.each<[string, string | Uint8Array, HeaderLines, readonly string[]]>([
  ['another media type', '{}', [['content-type', 'text/plain']], ['media-type']],
  ['no media type', '{}', [], ['media-type']],
  ['a byte order mark', '\u{feff}{}', json, ['byte-order-mark']],
  ['nothing', ' \n', json, ['empty']],
  ['no JSON', "{'a':1}", json, ['not-json']],
  ['bytes that are no text', Uint8Array.from([0x22, 0xff, 0x22]), json, ['charset']],
  ['a compressed body', '{}', [...json, ['content-encoding', 'gzip']], ['compressed']],
])('%s is told', (_what, body, headers, expected) => {
  expect(kinds(body, headers)).toEqual(expected);
});
