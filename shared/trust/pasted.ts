import { looksLikeCurl, readCurl } from '#shared/exchange/curl.ts';
import { readHar, type HarEntry } from '#shared/exchange/har.ts';
import { looksLikeHttp, readHttpText } from '#shared/exchange/http-text.ts';
import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';

/** What somebody pasted, as a request. */
export type Pasted =
  | {
      readonly ok: true;
      readonly request: RawRequest;
      /** `token`: nothing but the credential was there, and the request around it is made up. */
      readonly kind: 'token' | 'curl' | 'http' | 'har';
      /** Scheme and authority where they are written. */
      readonly origin: string | null;
      /** When it was sent, in ISO 8601, where that is written. */
      readonly sentAt: string | null;
    }
  | { readonly ok: false; readonly problem: string };

/** Characters: a capture is larger than a request, and nobody pastes more by hand. */
const longest = 20_000_000;

/**
 * Reads a bare token, a whole `curl` command, raw HTTP, or a HAR. Of a HAR with several requests it takes the one with this number (from
 * 1), else the only one that was refused. Never throws; what cannot be read is told in one sentence, without quoting it.
 */
export const readPasted = (text: string, number?: number): Pasted => {
  if (text.length > longest) return refuse('This is too long: paste one request.');
  const pasted = text.replace(/^\u{feff}/u, '');
  const begin = pasted.trimStart();
  if (begin === '') return refuse('There is nothing: paste a token, a curl command, raw HTTP or a HAR.');
  if (begin.startsWith('{') || begin.startsWith('[')) return fromHar(begin, number);
  if (looksLikeCurl(begin)) {
    const read = readCurl(pasted.trim());
    return read.ok ? { ...read, kind: 'curl', sentAt: null } : read;
  }
  if (looksLikeHttp(begin) || begin.startsWith('HTTP/')) {
    const read = readHttpText(begin);
    return read.ok ? { ...read, kind: 'http', sentAt: null } : read;
  }
  return fromToken(pasted);
};

const refuse = (problem: string): Pasted => ({ ok: false, problem });

const fromHar = (text: string, number: number | undefined): Pasted => {
  const har = readHar(text);
  if (!har.ok) return har;
  const chosen = chosenEntry(har.entries, number);
  if (typeof chosen === 'string') return refuse(chosen);
  const { request, origin, startedAt } = chosen;
  return { ok: true, request, origin, kind: 'har', sentAt: startedAt || null };
};

/** What platforms answer to a credential that they do not take. */
const refusals: ReadonlySet<number | null> = new Set([401, 403, 412]);

const chosenEntry = (entries: readonly HarEntry[], number: number | undefined): HarEntry | string => {
  const [first] = entries;
  if (number !== undefined)
    return entries[number - 1] ?? `The HAR has no request ${String(number)}: it has ${String(entries.length)}.`;
  if (first && entries.length === 1) return first;
  const refused = entries.filter(({ status }) => refusals.has(status));
  if (refused[0] && refused.length === 1) return refused[0];
  const list = entries.slice(0, 10).map(({ request: { method, target }, status }, index) => {
    const path = pathOf(target).split('/').slice(0, 3).join('/').slice(0, 40);
    return `${String(index + 1)} ${method} ${path}… ${status === null ? 'unanswered' : String(status)}`;
  });
  return `The HAR has ${String(entries.length)} requests, and it is not clear which one is meant: ${list.join('; ')}.`;
};

/** A token has no name before it, or that of its header, or its scheme. A line break at the very end came of copying. */
const fromToken = (text: string): Pasted => {
  const written = text.replace(/[\r\n]+$/, '');
  const header = /^\s*(authorization|auth|x-[\w-]+)[ \t]*:[ \t]*/i.exec(written);
  const value = header ? written.slice(header[0].length) : written;
  const isOneWord = !/[\r\n]/.test(value.trim());
  const isSigned = /^\s*["']?(?:bearer\s+)*["']?ey[\w%"'-]/i.test(value);
  if (!isOneWord && !isSigned)
    return refuse('This is neither a token nor a curl command, raw HTTP or a HAR: raw HTTP begins with POST /path.');
  const hasScheme = header !== null || /^\s*[A-Za-z]+[ \t]+\S/.test(value);
  return {
    ok: true,
    kind: 'token',
    origin: null,
    sentAt: null,
    request: {
      method: 'POST',
      target: '/',
      headers: [[header?.[1] ?? 'Authorization', hasScheme ? value : `Bearer ${value}`]],
      body: new Uint8Array(),
    },
  };
};
