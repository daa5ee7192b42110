import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export type PageResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

/** No dots at its start, no separator, no colon, nothing encoded: a name that means a file of ours on every system. */
const plainName = /^[\w@-][\w@.-]*$/;

/**
 * One file of the built page, with the headers that lock it in; for the control server and for the desktop's own protocol.
 * `urlPath` is the path as it was asked for, percent-encoding and all: whatever is not plain names below the folder is 404.
 */
export const pageResponse = async (folder: string, urlPath: string): Promise<PageResponse> => {
  const names = urlPath === '/' || urlPath === '' ? ['index.html'] : urlPath.replace(/^\//, '').split('/');
  const mediaType = mediaTypes[extname(names.at(-1) ?? '')];
  if (!mediaType || !names.every((name) => plainName.test(name))) return missing('There is no such file.');
  const body = await readFile(join(folder, ...names)).catch(() => null);
  if (!body) return missing(names[0] === 'index.html' ? 'The page is not built: run npm run build.' : 'No such file.');
  if (names.at(-1)?.endsWith('.html')) return htmlResponse(body.toString('utf8'));
  const isHashed = names[0] === 'assets';
  return {
    status: 200,
    headers: {
      ...lockedIn,
      'content-type': mediaType,
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
    body,
  };
};

const lockedIn = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** The nonce is for the one style element that the JSON view makes; it must differ at each load. */
const htmlResponse = (html: string): PageResponse => {
  const nonce = randomBytes(16).toString('base64');
  return {
    status: 200,
    headers: {
      ...lockedIn,
      'content-type': mediaTypes['.html'] ?? '',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(nonce),
    },
    body: new TextEncoder().encode(html.replaceAll('__CSP_NONCE__', nonce)),
  };
};

const contentSecurityPolicy = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `font-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');

const missing = (sentence: string): PageResponse => ({
  status: 404,
  headers: {
    ...lockedIn,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; frame-ancestors 'none'`,
  },
  body: new TextEncoder().encode(`${sentence}\n`),
});
