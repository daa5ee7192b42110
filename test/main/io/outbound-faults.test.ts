import { createServer as createTlsServer } from 'node:tls';
import { expect, test } from 'vitest';
import { faultOfError } from '#main/io/outbound-faults.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import { answering, faultCode, outbound, request, send, target } from './outbound-target.ts';
import { selfSigned } from './outbound-self-signed.ts';

test('a port where nothing listens is refused', async () => {
  const there = await target(() => undefined);
  await new Promise((resolve) => void there.server.close(resolve));
  const sent = await send(request(there.origin));
  expect(sent).toMatchObject({
    ok: false,
    remote: null,
    fault: { code: 'target.refused', message: `Nothing listens on 127.0.0.1:${there.port}.` },
    phases: [{ name: 'connect' }],
  });
  expect(faultCode(await send(request(`http://localhost:${there.port}`)))).toBe('target.refused');
});

test('a name that does not exist is unresolved', async () => {
  const sent = await send(request('http://no-such-host.invalid'));
  expect(faultCode(sent)).toBe('target.unresolved');
  expect(sent.phases[0]?.name).toBe('resolve');
});

test('a connection that the other side closes is reset, whatever the way', async () => {
  for (const end of ['destroy', 'end', 'resetAndDestroy'] as const) {
    const there = await target((socket) => void socket[end]());
    const sent = await send(request(there.origin, { body: Buffer.from('hi') }));
    expect(faultCode(sent)).toBe('target.reset');
    expect(sent.remote).toEqual({ address: '127.0.0.1', port: there.port });
  }
});

test.each([
  'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf',
])('an answer that breaks off is a failure that says so: %j', async (answer) => {
  const there = await target((socket) => void socket.end(answer));
  expect(await send(request(there.origin))).toMatchObject({
    ok: false,
    fault: { code: 'target.failed', values: { reason: 'the connection ended in the middle of the answer' } },
  });
});

test.each(['SSH-2.0-OpenSSH_9.2\r\n', 'HTTP/1.1 200 OK\r\nbad header\r\n\r\n', '{"not":"http"}'])(
  '%j is garbled',
  async (answer) => {
    const there = await answering(answer);
    expect(faultCode(await send(request(there.origin)))).toBe('target.garbled');
  },
);

test('a head that is far too large is garbled', async () => {
  const there = await answering(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(300_000)}\r\n\r\n`);
  expect(faultCode(await send(request(there.origin)))).toBe('target.garbled');
});

test.each([
  ['nothing comes', ''],
  ['the body never ends', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'],
])('the time limit is that of the whole exchange: %s', async (_, answer) => {
  const there = await target((socket) => void socket.write(answer));
  const sent = await send(request(there.origin, { timeLimit: 0.1 }));
  expect(sent).toMatchObject({ ok: false, fault: { code: 'target.timeout', values: { seconds: 0.1 } } });
});

test('a self-signed certificate is a TLS fault that says so', async () => {
  const server = createTlsServer(selfSigned, (socket) => socket.end());
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const sent = await send(request(`https://localhost:${port}`));
  await new Promise((resolve) => void server.close(resolve));
  expect(sent).toMatchObject({ ok: false, fault: { code: 'target.tls' } });
  expect(sent.phases.map(({ name }) => name)).toEqual(['resolve', 'connect', 'secure']);
  expect(sent.ok ? '' : sent.fault.message).toContain('self-signed');
});

test('https on a port that speaks plain HTTP is a TLS fault that says so', async () => {
  const there = await answering('HTTP/1.1 400 Bad Request\r\n\r\n');
  const sent = await send(request(there.origin.replace('http:', 'https:')));
  expect(faultCode(sent)).toBe('target.tls');
  expect(sent.ok ? '' : sent.fault.message).toContain('plain HTTP');
});

test.each(['', 'nonsense', 'ftp://x', 'http://', 'http://x/path', 'http://u:p@x', 'http://x:99999', 'http://x?y'])(
  '%j is no address',
  async (origin) => {
    expect(faultCode(await send(request(origin)))).toBe('target.invalid');
  },
);

test.each<[string, string, string, HeaderLines]>([
  ['a method with a space', 'GE T', '/', []],
  ['CONNECT', 'CONNECT', 'x:1', []],
  ['a space in the path', 'GET', '/a b', []],
  ['a path beyond Latin-1', 'GET', '/\u{1f600}', []],
  ['an empty path', 'GET', '', []],
  ['a header name with a colon', 'GET', '/', [['a:b', 'c']]],
  ['a line break in a value', 'GET', '/', [['Authorization', 'hush\r\nX-Injected: 1']]],
  ['a value beyond Latin-1', 'GET', '/', [['X', '\u{1f600}']]],
  ['an expectation', 'POST', '/', [['Expect', '100-Continue']]],
])('%s cannot be sent, and no value is told', async (_, method, path, headers) => {
  const there = await answering('HTTP/1.1 200 OK\r\n\r\n');
  const sent = await send(request(there.origin, { method, target: path, headers }));
  expect(faultCode(sent)).toBe('request.unsendable');
  expect(JSON.stringify(sent)).not.toContain('hush');
  expect(there.received).toEqual([]);
});

test.each([
  ['EHOSTUNREACH', 'target.unreachable'],
  ['ENETUNREACH', 'target.unreachable'],
  ['EAI_AGAIN', 'target.unresolved'],
  ['CERT_HAS_EXPIRED', 'target.tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'target.tls'],
  ['ERR_SSL_SOMETHING_NEW', 'target.tls'],
  ['EPIPE', 'target.reset'],
  ['HPE_INVALID_CONSTANT', 'target.garbled'],
  ['E_NEW', 'target.failed'],
])('the code %s is %s', (code, expected) => {
  const error = Object.assign(new Error('x'), { code });
  expect(faultOfError(error, { host: 'x.test', isAnswering: false }).code).toBe(expected);
  expect(faultOfError(new AggregateError([error]), { host: 'x.test', isAnswering: false }).code).toBe(expected);
});

test('closing the client ends what is under way', async () => {
  const there = await target(() => undefined);
  const client = outbound();
  let connected: () => void = () => undefined;
  const isConnected = new Promise<void>((resolve) => {
    connected = resolve;
  });
  const sending = client.send(request(there.origin), () => connected());
  await isConnected;
  await client.close();
  expect(faultCode(await sending)).toBe('target.failed');
});
