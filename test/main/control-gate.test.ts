import { readFileSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startControlServer, type ControlServer } from '#main/control/control-server.ts';
import { ask, pageFolderWith, smallHarness } from './control-doubles.ts';

let server: ControlServer;
let oldToken: string;

const start = async (): Promise<ControlServer> =>
  startControlServer({
    harness: smallHarness().harness,
    port: 0,
    pageFolder: await pageFolderWith({ 'index.html': '<p>the page', 'assets/a.js': 'let a' }),
    reportBug: () => 'i-1',
  });

beforeAll(async () => {
  const earlier = await start();
  oldToken = earlier.token;
  await earlier.close();
  server = await start();
});
afterAll(() => server.close());

const doors = [
  ['POST', '/api/call'],
  ['GET', '/api/events'],
  ['GET', '/'],
  ['GET', '/assets/a.js'],
  ['GET', '/nothing/here'],
  ['PUT', '/api/call'],
  ['OPTIONS', '/api/call'],
] as const;
const apiDoors = doors.filter(([method, path]) => method !== 'GET' || path.startsWith('/api'));

const call = '{"command":"changeSettings","input":{"theme":"dark"}}';

const knock = (method: string, path: string, headers: OutgoingHttpHeaders) =>
  ask(
    server.port,
    method,
    path,
    {
      authorization: `Bearer ${server.token}`,
      host: `127.0.0.1:${String(server.port)}`,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    method === 'POST' ? call : undefined,
  );

const own = (): string => `http://127.0.0.1:${String(server.port)}`;

describe.each(doors)('%s %s', (method, path) => {
  test.each([
    ['evil.example'],
    ['evil.example:4700'],
    ['127.0.0.1'],
    ['127.0.0.1:1'],
    ['localhost.evil.example'],
    ['127.0.0.1.evil.example'],
    ['rebound.evil.example'],
    ['0.0.0.0'],
  ])('refuses the Host %s, as a rebound name would send it', async (host) => {
    const withPort = host.includes(':') ? host : `${host}:${String(server.port)}`;
    const answers = [await knock(method, path, { host })];
    if (host !== '127.0.0.1') answers.push(await knock(method, path, { host: withPort }));
    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('wire.refused');
    }
  });

  test.each([
    ['null'],
    ['http://evil.example'],
    ['https://127.0.0.1'],
    ['http://127.0.0.1'],
    ['http://127.0.0.1:1'],
    ['http://localhost:4700'],
    ['file://'],
    [''],
  ])('refuses the Origin %j', async (origin) => {
    expect((await knock(method, path, { origin })).status).toBe(403);
  });

  test('refuses our own name on another origin: localhost is not 127.0.0.1', async () => {
    const origin = `http://localhost:${String(server.port)}`;
    expect((await knock(method, path, { origin })).status).toBe(403);
  });

  test.each(['cross-site', 'same-site', 'anything'])('refuses Sec-Fetch-Site: %s', async (site) => {
    expect((await knock(method, path, { 'sec-fetch-site': site })).status).toBe(403);
    expect((await knock(method, path, { 'sec-fetch-site': site, origin: own() })).status).toBe(403);
  });

  test('sends no CORS header and no cookie, let in or not', async () => {
    const answers = [
      await knock(method, path, {}),
      await knock(method, path, { origin: own(), 'access-control-request-method': 'POST' }),
      await knock(method, path, { origin: 'http://evil.example', 'access-control-request-method': 'POST' }),
      await knock(method, path, { authorization: 'Bearer wrong' }),
    ];
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => /^access-control-|^set-cookie$/.test(name))).toEqual([]);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });
});

describe.each(apiDoors)('%s %s without its token', (method, path) => {
  test('refuses no token, an old one, a wrong one, and one in another place', async () => {
    const tokens = [
      '',
      `Bearer ${oldToken}`,
      'Bearer ',
      `Basic ${server.token}`,
      server.token,
      `Bearer ${server.token}x`,
    ];
    for (const authorization of tokens) {
      const answer = await knock(method, path, { authorization });
      expect(answer.status).toBe(401);
      expect(answer.body).toContain('Open the URL that Hookbench printed');
    }
    expect((await knock(method, `${path}?token=${server.token}`, { authorization: '' })).status).toBe(401);
    expect((await knock(method, path, { authorization: '', cookie: `token=${server.token}` })).status).toBe(401);
  });

  test('refuses Sec-Fetch-Site: none, which only a navigation sends', async () => {
    expect((await knock(method, path, { 'sec-fetch-site': 'none' })).status).toBe(403);
  });
});

test.each(['/%61pi/call', '/api/%63all', '//api/call', '/api/call/', '/API/call', '/x/../api/call'])(
  'POST %s needs the token as well',
  async (path) => {
    expect((await knock('POST', path, { authorization: '' })).status).toBe(401);
  },
);

test('GET /%61pi/events needs the token as well', async () => {
  expect((await knock('GET', '/%61pi/events', { authorization: '' })).status).toBe(401);
});

test.each([
  'text/plain',
  'text/plain; a=application/json',
  'application/x-www-form-urlencoded',
  'application/jsonx',
  '',
])('refuses a POST of %j', async (type) => {
  expect((await knock('POST', '/api/call', { 'content-type': type })).status).toBe(415);
});

test('lets its own page in, under each of its names', async () => {
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
    const host = `${name}:${String(server.port)}`;
    const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    expect(await knock('POST', '/api/call', headers)).toMatchObject({ status: 200, body: '{"ok":true,"output":{}}' });
    expect((await knock('GET', '/api/events', headers)).status).toBe(200);
    expect((await knock('GET', '/', { host, 'sec-fetch-site': 'none', authorization: '' })).body).toBe('<p>the page');
  }
});

test('two Host or Origin headers are refused', async () => {
  const answer = await rawly(
    `GET / HTTP/1.1\r\nHost: 127.0.0.1:${String(server.port)}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 40[03] /);
});

test('each start has its own token, long enough not to be guessed', () => {
  expect(server.token).not.toBe(oldToken);
  expect(Buffer.from(server.token, 'base64url')).toHaveLength(32);
  expect(server.pageUrl).toBe(`${own()}/#token=${server.token}`);
});

test('nothing listens off loopback', async () => {
  const portHex = server.port.toString(16).toUpperCase().padStart(4, '0');
  if (process.platform === 'linux') {
    const rows = ['/proc/net/tcp', '/proc/net/tcp6']
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .map((row) => row.trim().split(/\s+/))
      .filter((columns) => columns[1]?.endsWith(`:${portHex}`) && columns[3] === '0A');
    expect(rows.map((columns) => columns[1])).toEqual([`0100007F:${portHex}`]);
  }
  const foreign = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => !each.internal && each.family === 'IPv4');
  for (const { address } of foreign) expect(await canConnect(address)).toBe(false);
  expect(await canConnect('127.0.0.1')).toBe(true);
});

const rawly = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
    socket.on('end', () => resolve(answer)).on('error', reject);
  });

const canConnect = (host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port: server.port, timeout: 2000 }, () => resolve(true));
    for (const event of ['error', 'timeout']) socket.on(event, () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
