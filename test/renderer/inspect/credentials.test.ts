import { expect, test } from 'vitest';
import { credentialsIn } from '#renderer/store/inspect/credentials.ts';
import { veiledByte, veiledSource, veiledText } from '#renderer/store/inspect/veil.ts';
import { mask } from '#shared/channel/redact.ts';

test.each([
  ['a field of JSON', '{"verifyToken":"not-a-real-one","text":"hi"}', ['not-a-real-one']],
  ['a field inside of a string', String.raw`{"data":"{\"accessToken\":\"not-a-real-one\"}"}`, ['not-a-real-one']],
  ['a field of a query', '/receive?token=not-a-real-one&user=u-1', ['not-a-real-one']],
  ['the signature of a token', 'bearer eyJhbGciOi.eyJhcHBJZC.c2lnbmF0dXJl', ['c2lnbmF0dXJl']],
  [
    'a field whose signs are escaped, as it stands and as it reads',
    String.raw`{"token":"ab\/cd"}`,
    [String.raw`ab\/cd`, 'ab/cd'],
  ],
  [
    'a field that is escaped inside of a string',
    String.raw`{"data":"{\"token\":\"q\\\"uote\"}"}`,
    [String.raw`q\\\"uote`, String.raw`q\"uote`, 'q"uote'],
  ],
  [
    'a field of JSON in a field of a form',
    'payload=%7B%22token%22%3A%22ab%2Fcd%22%2C%22text%22%3A%22hi%22%7D&a=1',
    ['ab%2Fcd', 'ab/cd'],
  ],
  [
    'a part of a form',
    'Content-Disposition: form-data; name="verifyToken"\r\nContent-Type: text/plain\r\n\r\nnot-a-real-one\r\n--boundary--',
    ['not-a-real-one'],
  ],
  ['nothing where nothing is secret', '{"text":"my token is short","count":3}', []],
])('%s is found', (_what, text, found) => {
  expect(credentialsIn(text)).toEqual(found);
});

test('bytes of a credential are not shown, also where a slice begins or ends in it', async () => {
  const text = '{"verifyToken":"not-a-real-one"}';
  const bytes = new TextEncoder().encode(text);
  const plain = {
    total: bytes.length,
    read: (from: number, length: number) => Promise.resolve(bytes.slice(from, from + length)),
  };
  const shown = await veiledSource(plain, []).read(20, 5);
  expect([...shown]).toEqual(Array.from({ length: 5 }, () => veiledByte));
  const whole = await veiledSource(plain, []).read(0, bytes.length);
  expect([...whole].filter((byte) => byte !== veiledByte)).toEqual([...new TextEncoder().encode('{"verifyToken":""}')]);
});

test('a credential is hidden as a whole, however long it is and however many there are', () => {
  const long = `{"samlResponse":"${'a'.repeat(20_000)}","text":"hi"}`;
  expect(veiledText(long, [])).toBe(`{"samlResponse":"${mask}","text":"hi"}`);
  const many = JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ token: `number-${String(n)}` })));
  expect(veiledText(many, [])).toBe(JSON.stringify(Array.from({ length: 200 }, () => ({ token: mask }))));
});

test('a hostile text is looked through in no time', () => {
  for (const text of [
    '\\'.repeat(1_000_000),
    'ey.'.repeat(400_000),
    '"a":'.repeat(250_000),
    'x='.repeat(500_000),
    'name="aa"'.repeat(100_000),
  ])
    expect(credentialsIn(text)).toEqual([]);
  // None of these strings is ever closed as it was opened.
  for (const text of [String.raw`"token":\\"`.repeat(80_000), String.raw`"token":\"value"`.repeat(50_000)])
    expect(veiledText(text, []).length).toBeLessThan(text.length);
});
