import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerPageRequest, isPageUrl, pageUrl } from '#main/electron/page-origin.ts';

let root = '';
let folder = '';
const secret = 'outside the page';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hookbench-page-'));
  folder = join(root, 'page');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  await writeFile(join(folder, 'assets', 'a.js'), 'export {};');
  await writeFile(join(root, 'secret.txt'), secret);
});

afterAll(() => rm(root, { recursive: true, force: true }));

const get = (url: string, method = 'GET'): Promise<Response> => answerPageRequest(folder, { url, method });

describe('the page in the desktop window', () => {
  test('comes with a policy that lets it load its own files only, and a nonce that differs at each load', async () => {
    const [first, second] = [await get(pageUrl), await get(pageUrl)];
    const policy = first.headers.get('content-security-policy') ?? '';
    const nonce = /nonce-([\w+/=]+)/.exec(policy)?.[1] ?? 'none';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(await first.text()).toContain(`content="${nonce}"`);
    expect(second.headers.get('content-security-policy')).not.toBe(policy);
  });

  test('gets its scripts with the media type that a module needs', async () => {
    const script = await get('app://hookbench/assets/a.js');
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  });

  test('is the only thing its scheme answers for', async () => {
    expect((await get('app://elsewhere/index.html')).status).toBe(403);
    expect((await get('https://hookbench/index.html')).status).toBe(403);
    expect((await get(pageUrl, 'POST')).status).toBe(405);
    expect(await (await get(pageUrl, 'HEAD')).text()).toBe('');
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '//secret.txt',
    '/%00',
  ])('does not lead out of its folder by %s', async (path) => {
    const answered = await get(`app://hookbench${path}`);
    expect(await answered.text()).not.toContain(secret);
    expect(answered.status).toBe(404);
  });

  test('does not lead out of its folder by any path', async () => {
    const pieces = fc.array(
      fc.constantFrom('..', '/', '\\', '%2e', '%2f', '%5c', 'secret.txt', 'assets', '%', ':', '\0'),
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const url = `app://hookbench/${parts.join('')}`;
        expect(await (await get(url)).text()).not.toContain(secret);
      }),
    );
  });

  test('is not mistaken for an address that only looks like its own', () => {
    const strangers = [
      'app://hookbench.evil/',
      'app://hookbench@evil/',
      'app:hookbench',
      'http://hookbench/',
      'file:///app',
      '',
    ];
    expect(strangers.filter(isPageUrl)).toEqual([]);
    expect(isPageUrl('app://hookbench/index.html#traffic')).toBe(true);
  });
});
