import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import { writeCurl } from '#shared/export/curl.ts';
import type { ExportedExchange } from '#shared/export/exported.ts';
import { exchangeOf, type Made } from './exchanges.ts';

/** Without a home: bash reads what lies there when it takes its input for that of a remote shell. */
const surroundings = { HOME: '/nonexistent', LC_ALL: 'C', NO_PROXY: '*', PATH: process.env['PATH'] };

let folder: string;
let server: Server;
let port: number;
let received: Buffer[] = [];

/** Takes everything that comes until a whole request is there, and answers it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hookbench-curl-'));
  server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      got = Buffer.concat([got, chunk]);
      const head = got.indexOf('\r\n\r\n');
      const text = got.subarray(0, head).toString('latin1');
      const isChunked = /^transfer-encoding: chunked/im.test(text);
      const length = Number(/^content-length: (\d+)/im.exec(text)?.[1] ?? 0);
      if (head < 0 || (isChunked ? !got.includes('\r\n0\r\n\r\n') : got.byteLength < head + 4 + length)) return;
      received.push(got);
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

type Request = Pick<Made, 'method' | 'target' | 'headers' | 'body'>;

const bodyIn = ({ body = '' }: Request): Buffer => Buffer.from(typeof body === 'string' ? bytesOf(body) : body);

/** As it was captured, with `Host` first and the length last, as most clients write it. */
const linesOf = (request: Request): HeaderLines => [
  ['Host', `127.0.0.1:${String(port)}`],
  ['User-Agent', 'test'],
  ['Accept', '*/*'],
  ...(request.headers ?? []),
  ...(bodyIn(request).byteLength > 0 ? [['Content-Length', String(bodyIn(request).byteLength)] as const] : []),
];

const bytesOfRequest = (request: Request): Buffer => {
  const { method = 'POST', target = '/hook' } = request;
  const lines = linesOf(request).map(([name, value]) => (value === '' ? `${name}:` : `${name}: ${value}`));
  const head = Buffer.from(`${[`${method} ${target} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`, 'latin1');
  return Buffer.concat([head, bodyIn(request)]);
};

const captured = (request: Request): ExportedExchange => {
  const exported = exchangeOf({ ...request, headers: linesOf(request) });
  const { exchange } = exported;
  return {
    ...exported,
    exchange: { ...exchange, summary: { ...exchange.summary, origin: `http://127.0.0.1:${String(port)}` } },
  };
};

/** What the server got when this shell ran the exported command: out of a file, or as a person pastes it. */
const sentBy = async (shell: string, request: Request, isPasted = false): Promise<Buffer> => {
  received = [];
  const command = `${writeCurl(captured(request), 'posix')} --silent --show-error\nexit\n`;
  const file = join(folder, 'command.sh');
  await writeFile(file, command);
  const args = isPasted ? ['--norc', '--noprofile', '-i'] : [file];
  const running = spawn(shell, args, { env: surroundings, stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  running.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  running.stdin.end(isPasted ? command : '');
  await once(running, 'close');
  if (received.length !== 1) throw new Error(`${String(received.length)} requests came: ${said}`);
  return received[0] ?? Buffer.alloc(0);
};

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const json: HeaderLines = [['Content-Type', 'application/json']];
const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const multipart = [
  '--b"1',
  'Content-Disposition: form-data; name="te\'xt"',
  '',
  '$HOME',
  '--b"1',
  'Content-Disposition: form-data; name="f"; filename="a b.bin"',
  'Content-Type: application/octet-stream',
  '',
  '\0\u0001\u00ff%',
  '--b"1--',
  '',
].join('\r\n');

const bodies: Readonly<Record<string, Request>> = {
  'an empty body': { body: '' },
  'an empty body whose length is told': { headers: [['Content-Length', '0']] },
  'JSON with both kinds of quotes': { body: `{"it's":"“quoted” \\"twice\\""}`, headers: json },
  newlines: { body: 'one\ntwo\n\n\nthree\n' },
  'CRLF and a lone CR': { body: 'one\r\ntwo\rthree\r\n' },
  'white space at both ends': { body: '\n\t x \t\n' },
  'dollars and braces': { body: '$HOME ${HOME} $(id) $((1+1)) $$ $? {a,b} ~' },
  'backticks and semicolons': { body: '`id`; `rm -rf /`; a && b || c | d > e < f & # g' },
  'exclamation marks': { body: '!! !id "!x" hello!' },
  'percent signs': { body: '%s %d %n %% %\\x41 100%' },
  backslashes: { body: '\\ \\\\ \\n \\0 \\x41 \\u0041 \\' },
  'an @ at its start': { body: '@/etc/passwd' },
  'a minus at its start': { body: '--data x -d y' },
  NUL: { body: 'a\0b\0\0' },
  'NUL behind a minus': { body: '-n\0' },
  'every byte': { body: everyByte },
  'UTF-8 that is invalid': { body: Uint8Array.of(0x22, 0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0x22) },
  'UTF-8 of every length': { body: 'aé안𝄞\u{feff}' },
  'signs that turn the reading order': { body: 'a\u202eb\u2066c\u200d' },
  'escapes of a terminal': { body: '\u001b[31mred\u0007' },
  'a megabyte of text': { body: `{"a":"${'x'.repeat(1024 * 1024)}"}`, headers: json },
  'a megabyte of bytes': { body: Uint8Array.from({ length: 1024 * 1024 }, (_, at) => (at * 31 + (at >> 8)) & 0xff) },
  'a multipart form': { body: multipart, headers: [['Content-Type', 'multipart/form-data; boundary="b\\"1"']] },
};

const heads: Readonly<Record<string, Request>> = {
  'quotes in a header': { method: 'GET', headers: [['X-Quote', `it's "so" \\ and \`this\` $HOME %s`]] },
  'a header twice': {
    method: 'GET',
    headers: [
      ['X-Twice', '1'],
      ['x-twice', '2'],
      ['X-Twice', '1'],
    ],
  },
  'empty headers': {
    method: 'GET',
    headers: [
      ['X-Empty', ''],
      ['X-Full', 'x'],
      ['X-Empty', ''],
    ],
  },
  'a header with bytes beyond ASCII': {
    method: 'GET',
    headers: [
      ['X-Latin', 'caf\u00e9!'],
      ['X-Utf8', '\u00ec\u0095\u0088'],
    ],
  },
  'headers whose names are signs': { method: 'GET', headers: [["X!#$%&'*+.^_`|~", 'x']] },
  'cookies and a credential': {
    method: 'GET',
    headers: [
      ['Cookie', 'a=1; b="2"'],
      ['Authorization', 'Bearer a.b-_c'],
    ],
  },
  'a query of signs': { method: 'GET', target: "/a/../b//c?x={1..2}&y='[z]&z=%zz&&=#" },
  'a target that is a star': { method: 'OPTIONS', target: '*' },
  'a whole address as the target': { method: 'GET', target: 'http://elsewhere.example/x?y' },
  'a method of its own': { method: 'M-SEARCH', body: 'x' },
  'GET with a body': { method: 'GET', body: '{"a":1}', headers: json },
  'DELETE with a body': { method: 'DELETE', body: '[]', headers: json },
  'PATCH without one': { method: 'PATCH' },
  HEAD: { method: 'HEAD' },
};

describe.each(['bash', 'sh'])(
  'an exported curl command that runs in %s sends the same request, to the byte',
  (shell) => {
    test.each(Object.entries({ ...bodies, ...heads }))('%s', async (_what, request) => {
      const sent = await sentBy(shell, request);
      expect(sent.subarray(0, 2000).toString('latin1')).toBe(
        bytesOfRequest(request).subarray(0, 2000).toString('latin1'),
      );
      expect(sha256(sent)).toBe(sha256(bytesOfRequest(request)));
    });
  },
);

test('in a bash that a person types into, no exclamation mark brings back an old command', async () => {
  for (const request of [
    { body: '!! !x "!y" it\'s!' },
    { method: 'GET', headers: [['X', '\u00e9!x']] },
  ] satisfies Request[])
    expect(sha256(await sentBy('bash', request, true))).toBe(sha256(bytesOfRequest(request)));
});

test('what was chunked is chunked again, with the same body', async () => {
  const request: Request = { body: '{"a":1}', headers: [...json, ['Transfer-Encoding', 'chunked']] };
  const sent = (await sentBy('bash', request)).toString();
  expect(sent).toMatch(/^Transfer-Encoding: chunked\r$/m);
  expect(sent.slice(sent.indexOf('\r\n\r\n') + 4)).toBe('7\r\n{"a":1}\r\n0\r\n\r\n');
});

test('over TLS, what was HTTP/1.1 stays that', () => {
  const { exchange, ...bodiesOf } = captured({});
  const summary = { ...exchange.summary, origin: 'https://a.example' };
  expect(writeCurl({ ...bodiesOf, exchange: { ...exchange, summary } }, 'posix')).toContain('--http1.1');
  expect(writeCurl(captured({}), 'posix')).not.toContain('--http1.1');
});
