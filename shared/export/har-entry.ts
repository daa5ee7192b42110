import type { Exchange, Head, Phase } from '#shared/exchange/exchange.ts';
import { queryOf } from '#shared/exchange/form-body.ts';
import type { HarRest } from '#shared/exchange/har-rest.ts';
import { headerValue, headerValues, type HeaderLines } from '#shared/exchange/raw-http.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import { addressOf, exactText, type ExportedExchange } from '#shared/export/exported.ts';

/**
 * An exchange as an entry of HAR 1.2. What HAR has no place for stands in fields that begin with an underscore, as the format allows.
 * `inBase64`: bodies that stand in base64 though they are text.
 */
export const harEntry = (
  { exchange, requestBody, responseBody }: ExportedExchange,
  inBase64: HarRest['inBase64'] = [],
): JsonObject => {
  const { summary, request } = exchange;
  const timings = timingsOf(exchange.phases, summary.duration ?? 0);
  const { ssl: _ssl, ...inTurn } = timings;
  const elapsed = Object.values(inTurn);
  const { state } = summary.outcome;
  const url = uriOf(addressOf(exchange));
  return {
    startedDateTime: isoTime(summary.openedAt + beganAt(exchange.phases)),
    time: rounded(elapsed.reduce((sum, each) => sum + Math.max(0, each), 0)),
    request: {
      method: summary.method,
      url,
      httpVersion: versionOf(request),
      cookies: cookiesOf(headerValues(request.headers, 'cookie').flatMap((line) => line.split(';'))),
      headers: pairs(request.headers),
      queryString: pairs([...queryOf(exchange.target)]),
      ...(requestBody.byteLength === 0
        ? {}
        : { postData: { mimeType: typeOf(request), ...textOf(requestBody, inBase64.includes('request')) } }),
      headersSize: -1,
      bodySize: requestBody.byteLength,
    },
    response: responseOf(exchange, responseBody, inBase64.includes('response')),
    cache: {},
    timings,
    _direction: summary.direction,
    ...(exchange.target !== '' && url.endsWith(exchange.target) ? {} : { _target: exchange.target }),
    ...(state === 'answered' ? {} : { _outcome: state }),
  };
};

/** An exchange without an answer has the status 0, as browsers write it. */
const responseOf = ({ response }: Exchange, body: Uint8Array | null, isBase64: boolean): JsonObject => {
  const bytes = body ?? new Uint8Array();
  return {
    status: response?.status ?? 0,
    statusText: response?.reason ?? '',
    httpVersion: response ? versionOf(response) : '',
    cookies: cookiesOf(headerValues(response?.headers ?? [], 'set-cookie').map((line) => line.split(';', 1)[0] ?? '')),
    headers: pairs(response?.headers ?? []),
    content: {
      size: bytes.byteLength,
      mimeType: response ? typeOf(response) : '',
      ...(bytes.byteLength === 0 ? {} : textOf(bytes, isBase64)),
    },
    redirectURL: headerValue(response?.headers ?? [], 'location') ?? '',
    headersSize: -1,
    bodySize: response ? bytes.byteLength : -1,
  };
};

/** What no URI may hold is percent-encoded (RFC 3986 §3), and a percent sign that encodes nothing as well. Brackets are for the host only. */
const uriOf = (address: string): string => {
  const text = wellFormed(address);
  const host = /^https?:\/\/[^/?#]*/i.exec(text)?.[0] ?? '';
  return encoded(host, /[^\w.~:/[\]@!$&'()*+,;=%-]/gu) + encoded(text.slice(host.length), /[^\w.~:/?@!$&'()*+,;=%-]/gu);
};

const encoded = (text: string, foreign: RegExp): string =>
  text.replaceAll(/%(?![\da-f]{2})/gi, '%25').replaceAll(foreign, encodeURIComponent);

const versionOf = ({ httpVersion }: Head): string =>
  /^\d/.test(httpVersion) ? `HTTP/${httpVersion}` : httpVersion || 'HTTP/1.1';

const typeOf = ({ headers }: Head): string => headerValue(headers, 'content-type') ?? '';

const textOf = (bytes: Uint8Array, isBase64: boolean): { readonly text: string; readonly encoding?: string } => {
  const text = isBase64 ? null : exactText(bytes);
  return text === null ? { text: encodeBase64(bytes), encoding: 'base64' } : { text };
};

const pairs = (lines: HeaderLines): readonly Json[] => lines.map(([name, value]) => ({ name, value }));

const cookiesOf = (written: readonly string[]): readonly Json[] =>
  written.flatMap((each) => {
    const [name = '', ...value] = each.trim().split('=');
    return name === '' ? [] : [{ name, value: value.join('=') }];
  });

const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;

/** What HAR calls the phases: `ssl` is part of `connect`, and what is in none of them is waiting, so that the sum is how long it took. */
const timingsOf = (phases: readonly Phase[], duration: number) => {
  const spent = (...names: readonly string[]): number => {
    const found = phases.filter(({ name }) => names.includes(name));
    return found.length === 0 ? -1 : rounded(found.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0));
  };
  const blocked = spent('queue', 'pause');
  const dns = spent('resolve');
  const connect = spent('connect', 'secure');
  const send = Math.max(0, spent('send'));
  const receive = Math.max(0, spent('receive'));
  const known = [blocked, dns, connect, send, receive].reduce((sum, each) => sum + Math.max(0, each), 0);
  const wait = rounded(Math.max(0, duration - beganAt(phases) - known));
  return { blocked, dns, connect, ssl: spent('secure'), send, wait, receive };
};

/** What waited before it was opened began earlier: in milliseconds from then on, 0 or less. */
const beganAt = (phases: readonly Phase[]): number => Math.min(0, ...phases.map(({ from }) => from));
