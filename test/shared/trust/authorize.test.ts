import { expect, test } from 'vitest';
import { bytesOf, textOf } from '#shared/exchange/body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { authorize } from '#shared/trust/authorize.ts';
import type { CredentialSpot } from '#shared/trust/trust-model.ts';

const maker = { now: 0, id: () => 'id', tokens: { sign: () => Promise.resolve('a.b.c') } };
const request = (over: Partial<RawRequest>): RawRequest => ({
  method: 'POST',
  target: '/',
  headers: [],
  body: new Uint8Array(),
  ...over,
});
const written = (sent: RawRequest, spot: CredentialSpot): Promise<RawRequest> =>
  authorize(
    sent,
    { kind: 'texts', credentials: [{ name: 'token', spot, expected: 'right/one', setting: 'token', isSecret: true }] },
    maker,
  );

test('a header is replaced where it stood, once', async () => {
  const sent = request({
    headers: [
      ['A', '1'],
      ['X-KEY', 'wrong'],
      ['x-key', 'again'],
      ['B', '2'],
    ],
  });
  expect((await written(sent, { in: 'header', name: 'x-key' })).headers).toEqual([
    ['A', '1'],
    ['X-KEY', 'right/one'],
    ['B', '2'],
  ]);
});

test('a header that is missing is added, with its scheme', async () => {
  const spot = { in: 'header', name: 'Authorization', scheme: 'Bearer' } as const;
  expect((await written(request({}), spot)).headers).toEqual([['Authorization', 'Bearer right/one']]);
});

test('a query keeps its other names as they were written', async () => {
  const sent = request({ target: '/a?x=1&token=wrong&y=%20' });
  expect((await written(sent, { in: 'query', name: 'token' })).target).toBe('/a?x=1&token=right%2Fone&y=%20');
});

test('a body keeps its other keys, and what is no object stays as it is', async () => {
  const spot = { in: 'body', pointer: '/auth/verifyToken' } as const;
  const sent = request({ body: bytesOf('{"text":"hi","auth":{"a":1}}'), headers: [['Content-Length', '28']] });
  const { body, headers } = await written(sent, spot);
  expect(textOf(body).text).toBe('{"text":"hi","auth":{"a":1,"verifyToken":"right/one"}}');
  expect(headers).toEqual([]);
  const broken = request({ body: bytesOf('[1') });
  expect(await written(broken, spot)).toEqual(broken);
});

test('a body keeps its numbers, escapes, white space and duplicate names', async () => {
  const spot = { in: 'body', pointer: '/verifyToken' } as const;
  const body = '{ "id": 12345678901234567890, "verifyToken" : "wrong",\n "a": 1.0, "a": "\\u00e9\\/" }';
  const { body: after } = await written(request({ body: bytesOf(body) }), spot);
  expect(textOf(after).text).toBe(body.replace('"wrong"', '"right/one"'));
});

test('a body keeps the bytes that are no UTF-8, and its byte order mark', async () => {
  const spot = { in: 'body', pointer: '/verifyToken' } as const;
  const before = Buffer.from('\u{feff}{"a":"\u{ff}","é":"한","verifyToken":"wrong"}');
  before[before.indexOf(0xc3)] = 0xff;
  const { body } = await written(request({ body: before }), spot);
  const text = before.toString('latin1').replace('wrong', 'right/one');
  expect(Buffer.from(body).toString('latin1')).toBe(text);
});

test('a segment of the path is replaced, and another path is left alone', async () => {
  const spot = { in: 'path', template: '/id{*bot}/aps{*secret}', name: 'secret' } as const;
  expect((await written(request({ target: '/id7/apswrong?u=1' }), spot)).target).toBe('/id7/apsright%2Fone?u=1');
  expect((await written(request({ target: '/other' }), spot)).target).toBe('/other');
});

test('a channel that expects nothing writes nothing', async () => {
  const sent = request({ target: '/a' });
  const credentials = [
    { name: 'token', spot: { in: 'query', name: 'token' } as const, expected: '', setting: 'token', isSecret: true },
  ];
  expect(await authorize(sent, { kind: 'texts', credentials }, maker)).toEqual(sent);
});
