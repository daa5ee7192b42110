import { METHODS } from 'node:http';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventually, listen, rawClient } from './inbound-listening.ts';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const token = fc.stringMatching(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,20}$/);
const value = fc.stringMatching(/^[\x21-\x7e\x80-\xff]([\x20-\x7e\x80-\xff]{0,30}[\x21-\x7e\x80-\xff])?$/);
/** Names that change how the message is framed are added below, where the body is. */
const framing = ['content-length', 'transfer-encoding', 'connection', 'upgrade', 'expect', 'proxy-connection'];
const headers = fc.array(
  fc.tuple(
    token.filter((name) => !framing.includes(name.toLowerCase())),
    value,
  ),
  { maxLength: 12 },
);
const bytes = fc.uint8Array({ maxLength: 3000 });
const methods = METHODS.filter((method) => method !== 'CONNECT');
const target = fc.stringMatching(/^\/[\x21-\x7e]{0,60}$/);

const chunked = (body: Uint8Array, size: number): Buffer => {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(latin1(`${part.length.toString(16)}\r\n`), Buffer.from(part), latin1('\r\n'));
  }
  return Buffer.concat([...parts, latin1('0\r\n\r\n')]);
};

const valid = fc.record({
  method: fc.constantFrom(...methods),
  target,
  headers,
  body: bytes,
  chunkSize: fc.option(fc.integer({ min: 1, max: 1000 })),
  cut: fc.nat(4000),
});

test('600 valid requests with arbitrary bytes, odd methods and headers: all captured, every byte as it was sent', async () => {
  const { server, seen, malformed } = await listen();
  await fc.assert(
    fc.asyncProperty(valid, async ({ method, target, headers, body, chunkSize, cut }) => {
      const client = await rawClient(server.port);
      const before = seen.length;
      const lines = headers.map(([name, text]) => `${name}: ${text}\r\n`).join('');
      const length = chunkSize === null ? `Content-Length: ${body.length}\r\n` : 'Transfer-Encoding: chunked\r\n';
      const whole = Buffer.concat([
        latin1(`${method} ${target} HTTP/1.1\r\n${lines}${length}Connection: close\r\n\r\n`),
        chunkSize === null ? body : chunked(body, chunkSize),
      ]);
      client.send(whole.subarray(0, cut));
      if (cut < whole.length) setImmediate(() => client.send(whole.subarray(cut)));
      expect(await client.closed).toMatch(/^HTTP\/1.1 200 OK/);
      expect(seen.length).toBe(before + 1);
      const { arrival, body: arrived } = seen[before] ?? {};
      expect(arrival).toMatchObject({ method, target });
      expect(arrival?.headers.slice(0, headers.length)).toEqual(headers);
      expect(arrived?.state).toBe('complete');
      expect(Buffer.compare(arrived?.bytes ?? new Uint8Array(), body)).toBe(0);
    }),
    { numRuns: 600 },
  );
  expect(malformed).toEqual([]);
});

const anything = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 400 }),
  fc
    .tuple(
      fc.oneof(token, fc.constantFrom(...METHODS)),
      fc.string({ maxLength: 40 }),
      fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/9', ''),
      fc.string({ maxLength: 60 }),
      bytes,
    )
    .map(([method, target, version, line, body]) =>
      Buffer.concat([
        Buffer.from(`${method} ${target} ${version}\r\n${line}\r\nContent-Length: ${body.length}\r\n\r\n`),
        body,
      ]),
    ),
);

test('400 times anything at all: no crash, each is an arrival or malformed', async () => {
  const { server, seen, malformed } = await listen();
  await fc.assert(
    fc.asyncProperty(anything, async (bytes) => {
      const before = seen.length + malformed.length;
      const client = await rawClient(server.port);
      client.send(bytes);
      client.socket.end();
      await client.closed;
      // Line ends before a request line are no request (RFC 9112 §2.2).
      if (Buffer.from(bytes).every((byte) => byte === 13 || byte === 10)) return;
      await eventually(() => seen.length + malformed.length > before);
    }),
    { numRuns: 400 },
  );
  await eventually(() => seen.every((each) => each.body !== null));
  const client = await rawClient(server.port);
  client.send('GET /still-there HTTP/1.1\r\n\r\n');
  await client.until('200 OK');
});
