import { expect, test } from 'vitest';
import type { HeaderLines, RawResponse } from '#shared/exchange/raw-http.ts';
import { listen, rawClient } from './inbound-listening.ts';

const answer = async (reply: Partial<RawResponse>, method = 'GET'): Promise<string> => {
  const { server } = await listen(() => ({ status: 200, reason: '', headers: [], body: new Uint8Array(), ...reply }));
  const client = await rawClient(server.port);
  client.send(`${method} / HTTP/1.1\r\nConnection: close\r\n\r\n`);
  return (await client.closed).replace(/\r\nDate: [^\r]*/, '');
};

const body = Buffer.from('{"a":1}');

test('the reply has exactly the header lines given, in order, with their case and their duplicates', async () => {
  const headers: HeaderLines = [
    ['x-B', '1'],
    ['Content-Type', 'text/x'],
    ['X-b', '2'],
    ['Set-Cookie', 'a=1'],
    ['set-cookie', 'b=2'],
    ['content-length', '7'],
  ];
  expect(await answer({ status: 401, reason: 'Not You', headers, body })).toBe(
    `HTTP/1.1 401 Not You\r\n${headers.map((line) => line.join(': ')).join('\r\n')}\r\nConnection: close\r\n\r\n{"a":1}`,
  );
});

test('the length is added where it is absent, and the standard reason where none is given', async () => {
  expect(await answer({ status: 404, body })).toBe(
    'HTTP/1.1 404 Not Found\r\nContent-Length: 7\r\nConnection: close\r\n\r\n{"a":1}',
  );
});

test('a reply to HEAD tells the length and sends no body', async () => {
  expect(await answer({ body }, 'HEAD')).toBe('HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\n');
});

test('204 has neither length nor body, even when it was given one', async () => {
  expect(await answer({ status: 204, headers: [['Content-Length', '7']], body })).toBe(
    'HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n',
  );
});

test('304 has no body', async () => {
  expect(await answer({ status: 304, headers: [['ETag', '"x"']], body })).toBe(
    'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\nConnection: close\r\n\r\n',
  );
});

test('a date that is given is the only one', async () => {
  expect(await answer({ headers: [['date', 'yesterday']] })).toContain('\r\ndate: yesterday\r\n');
});

test.each([
  ['a line break in a header', { headers: [['X-A', 'b\r\nX-Injected: c']] }],
  ['a header name that is none', { headers: [['not a name', 'b']] }],
  ['a status that HTTP does not know', { status: 12 }],
  ['a line break in the reason', { reason: 'a\r\nb' }],
] as const)('%s becomes a 500 that says so', async (_, reply) => {
  const text = await answer(reply);
  expect(text).toMatch(/^HTTP\/1.1 500 Internal Server Error\r\n/);
  expect(text).not.toContain('X-Injected: c\r\n');
});

test('a kept connection carries the next request', async () => {
  const { server, seen } = await listen();
  const client = await rawClient(server.port);
  for (const target of ['/1', '/2', '/3']) {
    client.send(`POST ${target} HTTP/1.1\r\nContent-Length: ${target.length}\r\n\r\n${target}`);
    await client.until(new RegExp(`(200 OK[^]*){${target[1]}}"size":2}`));
  }
  expect(seen.map((each) => each.arrival.target)).toEqual(['/1', '/2', '/3']);
});
