import { expect, test } from 'vitest';
import { headerValues } from '#shared/exchange/raw-http.ts';
import { answering, ok, outbound, request, send, target } from './outbound-target.ts';

test('lines and bytes go over the wire exactly as given: order, case, duplicates', async () => {
  const { origin, received } = await answering(ok);
  await send(
    request(origin, {
      method: 'PATCH',
      target: '/a%2fb/%zz?x=1&x=2',
      headers: [
        ['x-Twice', '1'],
        ['HOST', 'other.test'],
        ['authorization', 'bearer x'],
        ['X-twice', ''],
        ['cOnnection', 'keep-alive'],
        ['content-LENGTH', '4'],
        ['X-Latin', 'é'],
      ],
      body: Buffer.from([0, 255, 13, 10]),
    }),
  );
  expect(received[0]?.toString('latin1')).toBe(
    'PATCH /a%2fb/%zz?x=1&x=2 HTTP/1.1\r\nx-Twice: 1\r\nHOST: other.test\r\nauthorization: bearer x\r\nX-twice: \r\n' +
      'cOnnection: keep-alive\r\ncontent-LENGTH: 4\r\nX-Latin: é\r\n\r\n\0ÿ\r\n',
  );
});

test('only the host and the length are added where they are absent', async () => {
  const { origin, port, received } = await answering(ok);
  await send(request(origin, { headers: [['X-A', '1']], body: Buffer.from('hi') }));
  await send(request(origin, { method: 'GET' }));
  await send(request(origin));
  expect(received.map(String)).toEqual([
    `POST /hook HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-A: 1\r\nContent-Length: 2\r\n\r\nhi`,
    `GET /hook HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`,
    `POST /hook HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 0\r\n\r\n`,
  ]);
});

test.each(['*', 'http://elsewhere.test/x', '//x', '/%', '/ü'])('the target %s is sent as it is', async (text) => {
  const { origin, received } = await answering(ok);
  await send(request(origin, { method: 'OPTIONS', target: text }));
  expect(received[0]?.toString('latin1')).toMatch(/^OPTIONS /);
  expect(received[0]?.toString('latin1').split(' ')[1]).toBe(text);
});

test('a framing that lies is sent as it is', async () => {
  const { origin, received } = await answering(ok);
  await send(
    request(origin, {
      headers: [
        ['Host', 'x'],
        ['Transfer-Encoding', 'chunked'],
        ['Content-Length', '99'],
      ],
      body: Buffer.from('0\r\n\r\n'),
    }),
  );
  expect(String(received[0])).toBe(
    'POST /hook HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 99\r\n\r\n0\r\n\r\n',
  );
});

test('a body of 5 MB arrives whole', async () => {
  const body = Buffer.alloc(5_000_000, 'abcdefg');
  const there = await target((socket, bytes) => {
    if (bytes.length > body.length && bytes.endsWith(body.subarray(-5000).toString('latin1'))) socket.write(ok);
  });
  const sent = await send(request(there.origin, { body }));
  expect(sent.ok).toBe(true);
  expect(there.received[0]?.subarray(-body.length).equals(body)).toBe(true);
});

test('the answer is told line by line, with its bytes as they came', async () => {
  const body = Buffer.from([0x1f, 0x8b, 0, 255]);
  const head =
    'HTTP/1.1 299 So So\r\nX-b: 1\r\nSet-Cookie: a\r\nx-B: 2\r\nset-cookie: b\r\nContent-Encoding: gzip\r\nX-L: é\r\nContent-Length: 4\r\n\r\n';
  const { origin, port } = await answering(Buffer.concat([Buffer.from(head, 'latin1'), body]));
  const sent = await send(request(origin));
  if (!sent.ok) throw new Error(sent.fault.message);
  expect(sent).toMatchObject({ httpVersion: '1.1', isTruncated: false, remote: { address: '127.0.0.1', port } });
  expect(sent.response).toEqual({
    status: 299,
    reason: 'So So',
    body,
    headers: [
      ['X-b', '1'],
      ['Set-Cookie', 'a'],
      ['x-B', '2'],
      ['set-cookie', 'b'],
      ['Content-Encoding', 'gzip'],
      ['X-L', 'é'],
      ['Content-Length', '4'],
    ],
  });
});

test('a chunked answer is its content, an HTTP/1.0 one ends with the connection', async () => {
  const chunked = await answering(
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n',
  );
  expect(await send(request(chunked.origin))).toMatchObject({ ok: true, response: { body: Buffer.from('abc') } });
  const old = await target((socket) => void socket.end('HTTP/1.0 200 Fine\r\n\r\nall of it'));
  expect(await send(request(old.origin))).toMatchObject({
    ok: true,
    httpVersion: '1.0',
    response: { body: Buffer.from('all of it') },
  });
});

test('HEAD, 204 and early hints are read as what they are', async () => {
  const head = await answering('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n');
  expect(await send(request(head.origin, { method: 'HEAD' }))).toMatchObject({ ok: true, response: { status: 200 } });
  const empty = await answering('HTTP/1.1 204 No Content\r\n\r\n');
  expect(await send(request(empty.origin))).toMatchObject({
    ok: true,
    response: { status: 204, body: Buffer.alloc(0) },
  });
  const hints = await answering(`HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${ok}`);
  expect(await send(request(hints.origin))).toMatchObject({
    ok: true,
    response: { status: 200, body: Buffer.from('ok') },
  });
});

test('a redirect is shown, not followed', async () => {
  const { origin, received } = await answering(
    'HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n',
  );
  const sent = await send(request(origin, { method: 'GET' }));
  if (!sent.ok) throw new Error(sent.fault.message);
  expect(sent.response.status).toBe(302);
  expect(headerValues(sent.response.headers, 'location')).toEqual(['/elsewhere']);
  expect(received.length).toBe(1);
});

test('an answer beyond the limit is cut there, and says so', async () => {
  const { origin } = await answering(`HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n${'x'.repeat(100)}`);
  const sent = await outbound(10).send(request(origin), () => undefined);
  expect(sent).toMatchObject({ ok: true, isTruncated: true, response: { body: Buffer.from('xxxxxxxxxx') } });
  expect(await outbound(100).send(request(origin), () => undefined)).toMatchObject({ ok: true, isTruncated: false });
});

test('the phases follow one another from the start', async () => {
  const { origin } = await answering(ok);
  const { phases } = await send(request(origin, { body: Buffer.from('hi') }));
  expect(phases.map((each) => each.name)).toEqual(['connect', 'send', 'wait', 'receive']);
  expect(phases[0]?.from).toBe(0);
  for (const [index, phase] of phases.entries()) {
    expect(phase.to).toBeGreaterThanOrEqual(phase.from);
    expect(phase.from).toBe(index === 0 ? 0 : phases[index - 1]?.to);
  }
});

test('a name that has to be looked up is a phase of its own', async () => {
  const { port } = await answering(ok);
  const { phases } = await send(request(`http://localhost:${port}`));
  expect(phases.map((each) => each.name)).toEqual(['resolve', 'connect', 'send', 'wait', 'receive']);
});

test('the local port is told before the server sees the request, each its own under concurrency', async () => {
  const told = new Map<number, string>();
  const seen: [number | undefined, string | undefined, string | undefined][] = [];
  const there = await target((socket, bytes) => {
    seen.push([socket.remotePort, told.get(socket.remotePort ?? 0), bytes.split(' ')[1]]);
    socket.write(ok);
  });
  const client = outbound();
  const targets = Array.from({ length: 100 }, (_, index) => `/${index}`);
  const sent = await Promise.all(
    targets.map((path) => client.send(request(there.origin, { target: path }), (port) => void told.set(port, path))),
  );
  expect(sent.every((each) => each.ok)).toBe(true);
  expect(seen.length).toBe(100);
  for (const [, expected, path] of seen) expect(path).toBe(expected);
  expect(told.size).toBe(100);
});

test('a server that closes after each answer, or starts anew, never costs a request', async () => {
  const client = outbound();
  let there = await target((socket) => {
    socket.write(ok);
    socket.destroySoon();
  });
  for (let turn = 0; turn < 20; turn += 1) {
    expect(await client.send(request(there.origin, { body: Buffer.from('hi') }), () => undefined)).toMatchObject({
      ok: true,
    });
  }
  await new Promise((resolve) => void there.server.close(resolve));
  there = await target((socket) => void socket.write(ok), there.port);
  expect(await client.send(request(there.origin), () => undefined)).toMatchObject({ ok: true });
});

test('a request that failed is not sent again', async () => {
  const there = await target((socket) => socket.destroy());
  expect(await send(request(there.origin, { method: 'GET' }))).toMatchObject({ ok: false });
  expect(there.received.length).toBe(1);
});
