import { textOf } from '#shared/exchange/body.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';
import { foldedText } from '#shared/query/words.ts';

/** An exchange and as much of its bodies as is searched. */
export type Searched = {
  readonly exchange: Exchange;
  readonly request: Uint8Array | null;
  readonly response: Uint8Array | null;
};

/** Bytes of each body that are in the index of words: chat webhooks are far below it, and a long upload must not fill the index. */
export const indexedBytes = 64 * 1024;

/** The heads and the bodies of an exchange as the text that the index of words is made of. */
export const indexedText = (searched: Searched): string =>
  foldedText(
    [requestHead(searched), bodyOf('request', searched), responseHead(searched), bodyOf('response', searched)].join(
      '\n',
    ),
  );

export const requestHead = ({ exchange: { summary, target, request } }: Searched): string =>
  [`${summary.method} ${summary.origin} ${target} ${summary.remote}`, headText(request.headers)].join('\n');

export const responseHead = ({ exchange: { response } }: Searched): string =>
  response ? [`${response.status} ${response.reason}`, headText(response.headers)].join('\n') : '\n';

const headText = (headers: HeaderLines): string => headers.map(([name, value]) => `${name}: ${value}`).join('\n');

/** Nothing of a body that is compressed or binary: its bytes are not words. */
export const bodyOf = (side: 'request' | 'response', searched: Searched, bytes = indexedBytes): string => {
  const body = searched[side];
  const headers = searched.exchange[side]?.headers ?? [];
  if (!body || body.byteLength === 0 || isEncoded(headers)) return '';
  const { text } = textOf(body.subarray(0, bytes), headerValue(headers, 'content-type'));
  return text.includes('\0') ? '' : text;
};

const isEncoded = (headers: HeaderLines): boolean =>
  !['', 'identity'].includes((headerValue(headers, 'content-encoding') ?? '').trim().toLowerCase());
