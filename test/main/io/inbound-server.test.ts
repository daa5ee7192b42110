import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { inbound } from '#main/io/inbound-server.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import { eventually, listen, plainReply, rawClient } from './inbound-listening.ts';

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('header lines arrive in order, with their case and their duplicates', async () => {
  const { server, seen } = await listen();
  const client = await rawClient(server.port);
  client.send(
    'POST /hook?a=1 HTTP/1.1\r\nhOST: x\r\nX-Twice: 1\r\nContent-Length: 2\r\nx-twice: 2\r\nX-Odd:  \xe9 \r\n\r\nhi',
  );
  await client.until('"size":2');
  expect(seen[0]?.arrival).toMatchObject({ method: 'POST', target: '/hook?a=1', httpVersion: '1.1' });
  expect(seen[0]?.arrival.headers).toEqual([
    ['hOST', 'x'],
    ['X-Twice', '1'],
    ['Content-Length', '2'],
    ['x-twice', '2'],
    ['X-Odd', 'Ã©'],
  ]);
});

test('the sender is told by address and port', async () => {
  const { server, seen } = await listen();
  const client = await rawClient(server.port);
  client.send('GET / HTTP/1.1\r\n\r\n');
  await client.until('200 OK');
  expect(seen[0]?.arrival.remote).toEqual({ address: '127.0.0.1', port: client.socket.localPort });
  expect(seen[0]?.arrival.openedAt).toBeGreaterThan(1_600_000_000_000);
});

test.each([
  '/%E0%A4%A',
  '//',
  '//a//b/',
  '/%',
  '/a/../b',
  '/?%%%',
  '*',
  'http://example.test/absolute',
  '/a;b=c?d#e',
  '/__proto__',
])('the target %s reaches the handler as it is', async (target) => {
  const { server, seen } = await listen();
  const client = await rawClient(server.port);
  client.send(Buffer.from(`GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`, 'latin1'));
  await client.until('200 OK');
  expect(seen.map((each) => each.arrival.target)).toEqual([target]);
});

test.each([
  'GET',
  'DELETE',
  'OPTIONS',
  'PATCH',
  'PROPFIND',
  'MKCALENDAR',
  'PURGE',
  'SEARCH',
  'TRACE',
  'SOURCE',
  'M-SEARCH',
  'LINK',
])('%s with a body is captured whole', async (method) => {
  const { server, seen } = await listen();
  const client = await rawClient(server.port);
  client.send(`${method} /x HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na\0b`);
  await client.until('"size":3');
  expect(seen[0]?.arrival.method).toBe(method);
  expect(Buffer.from(seen[0]?.body?.bytes ?? []).toString('latin1')).toBe('a\0b');
});

test.each([
  'Content-Type: application/json',
  'Content-Type: ',
  'Content-Type: nonsense; ; charset=?',
  'Content-Encoding: gzip',
  'Content-Type: application/x-www-form-urlencoded',
  'Content-Type: multipart/form-data',
  'Expect: 100-continue',
  'Expect: tea',
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13',
  'Accept-Version: 9.x',
  'Connection: close',
])('a request with %s is captured like anything else', async (lines) => {
  const { server, seen } = await listen();
  const client = await rawClient(server.port);
  const body = '{"__proto__": {bad';
  client.send(`POST /x HTTP/1.1\r\nHost: x\r\n${lines}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  await client.until(`"size":${body.length}`);
  expect(Buffer.from(seen[0]?.body?.bytes ?? []).toString()).toBe(body);
});

test('CONNECT is captured, answered, and its connection closed', async () => {
  const { server, seen } = await listen();
  const client = await rawClient(server.port);
  client.send('CONNECT example.test:443 HTTP/1.1\r\nHost: example.test:443\r\n\r\n');
  expect(await client.closed).toContain('200 OK');
  expect(seen[0]?.arrival).toMatchObject({ method: 'CONNECT', target: 'example.test:443' });
});

test('the handler is asked when the head is here, before the body is', async () => {
  const { server, seen } = await listen();
  const client = await rawClient(server.port);
  client.send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab');
  await eventually(() => seen.length === 1);
  expect(seen[0]?.body).toBeNull();
  client.send('cde');
  await client.until('"size":5');
});

test('a body of 10 MB in chunks arrives with identical bytes', async () => {
  const { server, seen } = await listen(plainReply, { bodyLimit: 20_000_000 });
  const body = Buffer.alloc(10_000_000, 'abcdefghijk\0\xff', 'latin1');
  const response = await fetch(server.url, {
    method: 'POST',
    body: new Blob([body]).stream(),
    duplex: 'half',
  } as RequestInit);
  expect(await response.json()).toEqual({ size: body.length });
  expect(sha(seen[0]?.body?.bytes ?? new Uint8Array())).toBe(sha(body));
});

test('two requests in one packet are two arrivals, answered in order', async () => {
  const { server, seen } = await listen();
  const client = await rawClient(server.port);
  client.send('POST /1 HTTP/1.1\r\nContent-Length: 1\r\n\r\naGET /2 HTTP/1.1\r\n\r\n');
  const text = await client.until('"size":0');
  expect(text.indexOf('"size":1')).toBeLessThan(text.indexOf('"size":0'));
  expect(seen.map((each) => each.arrival.target)).toEqual(['/1', '/2']);
});

test('the limit is asked for each request; a body of exactly the limit is complete', async () => {
  const { server, seen } = await listen(plainReply, { bodyLimit: 4 });
  const client = await rawClient(server.port);
  client.send('POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd');
  await client.until('200 OK');
  expect(seen[0]?.body?.state).toBe('complete');
});

test('a client that writes on after the limit sees 413, and what was read is kept up to the limit', async () => {
  const { server, seen } = await listen(plainReply, { bodyLimit: 1000 });
  for (let round = 0; round < 5; round += 1) {
    const client = await rawClient(server.port);
    client.send(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 30000000\r\n\r\n`);
    client.socket.write(Buffer.alloc(30_000_000, 'z'));
    expect(await client.closed).toMatch(/^HTTP\/1.1 413 [^]*Connection: close[^]*\{"size":1000\}$/);
  }
  expect(seen.map((each) => each.body?.state)).toEqual(Array.from({ length: 5 }, () => 'too-large'));
  expect(Buffer.from(seen[0]?.body?.bytes ?? []).toString()).toBe('z'.repeat(1000));
});

test('a client that never stops writing after 413 is cut off', async () => {
  const { server } = await listen(plainReply, { bodyLimit: 10, limits: { lingerTime: 30 } });
  const client = await rawClient(server.port);
  client.send('POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n14\r\n01234567890123456789\r\n');
  expect(await client.closed).toContain('413 Payload Too Large');
});

test('a client that leaves in the middle of what nobody wants does no harm', async () => {
  const { server, seen } = await listen(plainReply, { bodyLimit: 10 });
  for (const leave of ['destroy', 'resetAndDestroy', 'end'] as const) {
    const client = await rawClient(server.port);
    client.send('POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\n01234567890123456789');
    await client.until('413 Payload Too Large');
    client.socket[leave]();
    await client.closed;
  }
  expect(seen.map((each) => each.body?.state)).toEqual(['too-large', 'too-large', 'too-large']);
});

test('an upload that breaks off is aborted, with the bytes that came', async () => {
  const { server, seen, malformed } = await listen();
  for (const leave of ['destroy', 'end'] as const) {
    const client = await rawClient(server.port);
    client.send('POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\npartial');
    await eventually(() => seen.at(-1)?.body === null);
    client.socket[leave]();
    await eventually(() => seen.at(-1)?.body !== null);
    expect(seen.at(-1)?.body?.state).toBe('aborted');
    expect(Buffer.from(seen.at(-1)?.body?.bytes ?? []).toString()).toBe('partial');
    expect(await client.closed).toBe('');
  }
  expect(malformed).toEqual([]);
});

test('a caller that leaves while the reply is being made is noticed', async () => {
  const { server, seen } = await listen(() => new Promise(() => undefined));
  const client = await rawClient(server.port);
  client.send('POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi');
  await eventually(() => seen[0]?.body?.state === 'complete');
  expect(seen[0]?.isGone).toBe(false);
  client.socket.destroy();
  await eventually(() => seen[0]?.isGone === true);
  let isTold = false;
  seen[0]?.arrival.onGone(() => {
    isTold = true;
  });
  await eventually(() => isTold);
});

test('a caller that got its reply and then leaves is not gone', async () => {
  const { server, seen } = await listen();
  const client = await rawClient(server.port);
  client.send('GET / HTTP/1.1\r\nConnection: close\r\n\r\n');
  await client.closed;
  expect(seen[0]?.isGone).toBe(false);
});

test('without a reply nothing is sent and the connection is closed', async () => {
  const { server } = await listen(() => null);
  const client = await rawClient(server.port);
  client.send('GET / HTTP/1.1\r\n\r\n');
  expect(await client.closed).toBe('');
});

test('a taken port is a fault that offers one that can be bound', async () => {
  const { server } = await listen();
  const refused: unknown = await inbound
    .listen({ port: server.port }, { receive: async () => null, refuse: () => undefined }, () => 1)
    .catch((error: unknown) => error);
  if (!(refused instanceof HarnessError)) throw new Error('a taken port was given away');
  expect(refused.fault).toMatchObject({ code: 'port.taken', values: { host: '127.0.0.1', port: server.port } });
  const free = Number(refused.fault.values?.['free']);
  const other = createServer();
  await new Promise<void>((resolve) => void other.listen(free, '127.0.0.1', resolve));
  await new Promise((resolve) => void other.close(resolve));
});

test('closing ends idle connections, and those that wait for ever', async () => {
  const { server, seen } = await listen(
    (arrival) =>
      arrival.target === '/wait'
        ? new Promise(() => undefined)
        : { status: 204, reason: '', headers: [], body: new Uint8Array() },
    { limits: { closeGrace: 20 } },
  );
  const idle = await rawClient(server.port);
  idle.send('GET / HTTP/1.1\r\n\r\n');
  await idle.until('204');
  const silent = await rawClient(server.port);
  const waiting = await rawClient(server.port);
  waiting.send('GET /wait HTTP/1.1\r\n\r\n');
  const tunnel = await rawClient(server.port);
  tunnel.send('CONNECT /wait HTTP/1.1\r\n\r\n');
  await eventually(() => seen.filter((each) => each.arrival.target === '/wait').length === 2);
  await server.close();
  await Promise.all([idle.closed, silent.closed, waiting.closed, tunnel.closed]);
  await eventually(() => seen.filter((each) => each.isGone).length === 2);
});

test('only loopback is listened on', async () => {
  const { server } = await listen();
  expect(server).toMatchObject({ host: '127.0.0.1', url: `http://127.0.0.1:${server.port}` });
});
