import { expect, test } from 'vitest';
import { jsonResponse } from '#shared/exchange/raw-http.ts';
import { eventually, listen, rawClient } from './inbound-listening.ts';

test.each([
  ['nonsense', 'nonsense\r\n\r\n', 400, /^HPE_/],
  ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01', 400, /^HPE_INVALID_METHOD$/],
  ['an unknown method', 'BREW /pot HTTP/1.1\r\n\r\n', 400, /^HPE_INVALID_METHOD$/],
  ['a space before the colon', 'GET / HTTP/1.1\r\nHost : x\r\n\r\n', 400, /^HPE_INVALID_HEADER_TOKEN$/],
  ['two lengths', 'POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400, /^HPE_/],
  [
    'a length beside chunks',
    'POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
    /^HPE_/,
  ],
  ['HTTP/2 without an upgrade', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, /^HPE_/],
  ['a head that is too large', `GET / HTTP/1.1\r\nX: ${'y'.repeat(70_000)}\r\n\r\n`, 431, /^HPE_HEADER_OVERFLOW$/],
])('%s is refused, told with its bytes, and the connection closed', async (_, bytes, status, reason) => {
  const { server, seen, malformed } = await listen();
  const client = await rawClient(server.port);
  client.send(Buffer.from(bytes, 'latin1'));
  expect(await client.closed).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(seen).toEqual([]);
  expect(malformed).toMatchObject([{ status, remote: { address: '127.0.0.1' } }]);
  expect(malformed[0]?.reason).toMatch(reason);
  expect(bytes).toContain(Buffer.from(malformed[0]?.bytes ?? []).toString('latin1'));
  expect(malformed[0]?.bytes.length).toBeGreaterThan(0);
});

test('a connection that closes without a byte is no request', async () => {
  const { server, seen, malformed } = await listen();
  const client = await rawClient(server.port);
  client.socket.end();
  await client.closed;
  expect([...seen, ...malformed]).toEqual([]);
});

test('a connection that says nothing until the time is up is closed in silence', async () => {
  const { server, malformed } = await listen(undefined, {
    limits: { headersTimeout: 20, connectionsCheckingInterval: 10 },
  });
  const client = await rawClient(server.port);
  expect(await client.closed).toBe('');
  expect(malformed).toEqual([]);
});

test('a head that never ends is answered 408 and told', async () => {
  const { server, malformed } = await listen(undefined, {
    limits: { headersTimeout: 20, connectionsCheckingInterval: 10 },
  });
  const client = await rawClient(server.port);
  client.send('GET / HTTP/1.1\r\nX-Slow');
  expect(await client.closed).toMatch(/^HTTP\/1.1 408 /);
  expect(malformed).toMatchObject([{ reason: 'ERR_HTTP_REQUEST_TIMEOUT', status: 408 }]);
});

test('a head that breaks off is answered 400 and told', async () => {
  const { server, malformed } = await listen();
  const client = await rawClient(server.port);
  client.send('GET / HTTP/1.1\r\nX-Brok');
  client.socket.end();
  await client.closed;
  expect(malformed).toMatchObject([{ reason: 'HPE_INVALID_EOF_STATE', status: 400 }]);
});

test('a body that never ends is aborted, answered 408, and told', async () => {
  const { server, seen, malformed } = await listen(undefined, {
    limits: { headersTimeout: 20, requestTimeout: 30, connectionsCheckingInterval: 10 },
  });
  const client = await rawClient(server.port);
  client.send('POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nslow');
  expect(await client.closed).toMatch(/^HTTP\/1.1 408 /);
  await eventually(() => seen[0]?.body !== null);
  expect(seen[0]?.body?.state).toBe('aborted');
  expect(malformed).toMatchObject([{ status: 408 }]);
});

test('garbled chunks abort the request that they belong to, and tell why', async () => {
  const { server, seen, malformed } = await listen();
  const client = await rawClient(server.port);
  client.send('POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nnot a length\r\n');
  expect(await client.closed).toMatch(/^HTTP\/1.1 400 /);
  await eventually(() => seen[0]?.body !== null);
  expect(seen[0]?.body).toMatchObject({ state: 'aborted' });
  expect(Buffer.from(seen[0]?.body?.bytes ?? []).toString()).toBe('abc');
  expect(malformed).toMatchObject([{ reason: 'HPE_INVALID_CHUNK_SIZE', status: 400 }]);
});

test('garbage after a request does not cost that request its reply', async () => {
  const { server, seen, malformed } = await listen(async () => {
    await new Promise((resolve) => void setTimeout(resolve, 20));
    return jsonResponse(200, { fine: true });
  });
  const client = await rawClient(server.port);
  client.send('POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi and more than was said\r\n\r\n');
  expect(await client.closed).toMatch(/^HTTP\/1.1 200 OK\r\n[^]*\{"fine":true\}$/);
  expect(seen.length).toBe(1);
  expect(malformed).toMatchObject([{ status: null }]);
});

test('more packets after a refusal are not told again', async () => {
  const { server, malformed } = await listen(undefined, { limits: { lingerTime: 40 } });
  const client = await rawClient(server.port);
  client.socket.pause();
  for (let packet = 0; packet < 5; packet += 1) {
    client.send('still nonsense\r\n\r\n');
    await new Promise((resolve) => void setTimeout(resolve, 3));
  }
  client.socket.resume();
  await client.closed;
  expect(malformed.length).toBe(1);
});
