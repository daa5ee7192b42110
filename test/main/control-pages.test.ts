import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startControlServer, type ControlServer } from '#main/control/control-server.ts';
import { pageResponse } from '#main/control/page-files.ts';
import { ask, pageFolderWith, smallHarness } from './control-doubles.ts';

let folder: string;
let server: ControlServer;

beforeAll(async () => {
  folder = await pageFolderWith({
    'index.html': '<meta name="csp-nonce" content="__CSP_NONCE__"><p>the page',
    'assets/index-Dx_1.js': 'let a',
    'assets/inter.woff2': 'font',
    'icon.svg': '<svg/>',
    '.hidden.txt': 'hidden',
  });
  server = await startControlServer({
    harness: smallHarness().harness,
    port: 0,
    pageFolder: folder,
    reportBug: String,
  });
});
afterAll(() => server.close());

const get = (path: string) => ask(server.port, 'GET', path);

test('the page allows only its own scripts, and styles with a nonce that differs at each load', async () => {
  const [first, second] = [await get('/'), await get('/index.html')];
  const nonces = [first, second].map(({ headers, body }) => {
    const policy = String(headers['content-security-policy']);
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(body).toBe(`<meta name="csp-nonce" content="${nonce}"><p>the page`);
    expect(policy).toContain(`default-src 'none'; script-src 'self'; `);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toContain('unsafe');
    return nonce;
  });
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(Buffer.from(nonces[0] ?? '', 'base64')).toHaveLength(16);
  expect(first.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
});

test('hashed files are kept by the browser, others are asked for again', async () => {
  expect((await get('/assets/index-Dx_1.js')).headers['cache-control']).toContain('immutable');
  expect((await get('/assets/inter.woff2')).headers['content-type']).toBe('font/woff2');
  expect((await get('/icon.svg?v=1')).headers['cache-control']).toBe('no-cache');
});

describe.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/assets/%252e%252e/%252e%252e/secret.txt',
  '/assets/....//secret.txt',
  '//secret.txt',
  '/.hidden.txt',
  '/index.html%00.txt',
  '/C:/secret.txt',
  '/index.html::$DATA',
  '/assets',
  '/assets/',
  '/no-such-file.js',
  '/%E0%A4%A',
])('the path %s', (path) => {
  test('is no file of the page, on either wire', async () => {
    const answers = [await get(path), await pageResponse(folder, path)];
    for (const { status, body } of answers) {
      expect([400, 404]).toContain(status);
      expect(body.toString()).not.toContain('not for you');
    }
  });
});

test('a page that was never built says what to do', async () => {
  const { status, body } = await pageResponse('/no/such/folder', '/');
  expect(status).toBe(404);
  expect(new TextDecoder().decode(body)).toContain('npm run build');
});
