import { textOf } from '#shared/exchange/body.ts';
import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';

/** Bytes of each body that can be searched: chat webhooks are far below it, and a long upload must not fill the index. */
export const searchedBytes = 64 * 1024;

const beyondAscii = /[^\0-\x7f]/;
const notInWords = /[^\p{L}\p{N}\p{M}]+/gu;
const word = /[a-z0-9\x80-\u{10ffff}]+/gu;

/**
 * The text as the index sees it: lower case, and beyond ASCII letters, digits and marks only. FTS5's `ascii` tokenizer takes ASCII
 * letters and digits and everything beyond ASCII as parts of words, so both agree on what a word is, whatever Unicode version.
 */
const foldedText = (text: string): string => {
  const folded = text.toLowerCase();
  return beyondAscii.test(folded) ? folded.replaceAll(notInWords, ' ') : folded;
};

/** What is searched for: words that begin so. Null when nothing is asked; empty when there is no letter or digit in what is asked. */
export const wordsOf = (matching: string | undefined): readonly string[] | null => {
  if (matching === undefined || matching.trim() === '') return null;
  return [...new Set(foldedText(matching).match(word) ?? [])];
};

/** The words as an FTS5 query: all of them, each as a beginning. They hold no quote. */
export const queryOf = (words: readonly string[]): string => words.map((each) => `"${each}"*`).join(' ');

/** Whether every word begins a word of the text: what the index would say, without the index. */
export const hasWords = (text: string, words: readonly string[]): boolean =>
  words.every((each) => new RegExp(`(?<![a-z0-9\\x80-\\u{10ffff}])${each}`, 'u').test(text));

type Searched = {
  readonly exchange: Exchange;
  readonly request: Uint8Array | null;
  readonly response: Uint8Array | null;
};

/** The heads and the bodies of an exchange as the text that is searched. */
export const searchedText = ({ exchange, request, response }: Searched): string => {
  const { summary, target } = exchange;
  const sent = exchange.request.headers;
  const answered = exchange.response?.headers ?? [];
  const statusLine = exchange.response ? `${exchange.response.status} ${exchange.response.reason}` : '';
  const requestLine = `${summary.method} ${summary.origin} ${target} ${summary.remote}`;
  const lines = [requestLine, headText(sent), bodyText(request, sent), statusLine, headText(answered)];
  return foldedText([...lines, bodyText(response, answered)].join('\n'));
};

const headText = (headers: HeaderLines): string => headers.map(([name, value]) => `${name}: ${value}`).join('\n');

/** Nothing of a body that is compressed or binary: its bytes are not words. */
const bodyText = (body: Uint8Array | null, headers: HeaderLines): string => {
  if (!body || body.byteLength === 0 || isEncoded(headers)) return '';
  const { text } = textOf(body.subarray(0, searchedBytes), headerValue(headers, 'content-type'));
  return text.includes('\0') ? '' : text;
};

const isEncoded = (headers: HeaderLines): boolean =>
  !['', 'identity'].includes((headerValue(headers, 'content-encoding') ?? '').trim().toLowerCase());
