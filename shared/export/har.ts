import type { Exchange, Head, Phase } from '#shared/exchange/exchange.ts';
import { queryOf } from '#shared/exchange/form-body.ts';
import { headerValue, headerValues, type HeaderLines } from '#shared/exchange/raw-http.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { indentedJson, writerOfExchanges, type FileWriter } from '#shared/export/file-writer.ts';
import { addressOf, exactText, type ExportedExchange } from '#shared/export/exported.ts';

/**
 * Exchanges as an HTTP Archive (HAR 1.2, W3C Web Performance draft of 2012). What HAR has no place for stands in fields that begin
 * with an underscore, as the format allows: a body that is no text is base64, the target as it was on the request line.
 */
export const harWriter = (made: { readonly version: string }): FileWriter =>
  writerOfExchanges({
    begin: () => {
      const creator = indentedJson({ name: 'Hookbench', version: made.version }, 2);
      return `{\n  "log": {\n    "version": "1.2",\n    "creator": ${creator},\n    "entries": [`;
    },
    exchange: (exported) => `\n      ${indentedJson(entryOf(exported), 3)}`,
    separator: ',',
    end: () => '\n    ]\n  }\n}\n',
  });

const entryOf = ({ exchange, requestBody, responseBody }: ExportedExchange): JsonObject => {
  const { summary, request } = exchange;
  const timings = timingsOf(exchange.phases, summary.duration ?? 0);
  const { state } = summary.outcome;
  return {
    startedDateTime: isoTime(summary.openedAt),
    time: rounded(Object.values(timings).reduce((sum, each) => sum + Math.max(0, each), 0)),
    request: {
      method: summary.method,
      url: addressOf(exchange),
      httpVersion: versionOf(request),
      cookies: cookiesOf(headerValues(request.headers, 'cookie').flatMap((line) => line.split(';'))),
      headers: pairs(request.headers),
      queryString: pairs([...queryOf(exchange.target)]),
      ...(requestBody.byteLength === 0 ? {} : { postData: { mimeType: typeOf(request), ...textOf(requestBody) } }),
      headersSize: -1,
      bodySize: requestBody.byteLength,
    },
    response: responseOf(exchange, responseBody),
    cache: {},
    timings,
    _direction: summary.direction,
    ...(addressOf(exchange).endsWith(exchange.target) ? {} : { _target: exchange.target }),
    ...(state === 'answered' ? {} : { _outcome: state }),
  };
};

/** An exchange without an answer has the status 0, as browsers write it. */
const responseOf = ({ response }: Exchange, body: Uint8Array | null): JsonObject => {
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
      ...(bytes.byteLength === 0 ? {} : textOf(bytes)),
    },
    redirectURL: headerValue(response?.headers ?? [], 'location') ?? '',
    headersSize: -1,
    bodySize: response ? bytes.byteLength : -1,
  };
};

const versionOf = ({ httpVersion }: Head): string =>
  /^\d/.test(httpVersion) ? `HTTP/${httpVersion}` : httpVersion || 'HTTP/1.1';

const typeOf = ({ headers }: Head): string => headerValue(headers, 'content-type') ?? '';

const textOf = (bytes: Uint8Array): { readonly text: string; readonly encoding?: string } => {
  const text = exactText(bytes);
  return text === null ? { text: encodeBase64(bytes), encoding: 'base64' } : { text };
};

const pairs = (lines: HeaderLines): readonly Json[] => lines.map(([name, value]) => ({ name, value }));

const cookiesOf = (written: readonly string[]): readonly Json[] =>
  written.flatMap((each) => {
    const [name = '', ...value] = each.trim().split('=');
    return name === '' ? [] : [{ name, value: value.join('=') }];
  });

const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;

/** What HAR calls the phases; what is in none of them is waiting, so that the sum is how long it took. */
const timingsOf = (phases: readonly Phase[], duration: number) => {
  const spent = (name: string): number | null => {
    const found = phases.filter((each) => each.name === name);
    return found.length === 0 ? null : rounded(found.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0));
  };
  const blocked = spent('queue') ?? spent('blocked') ?? -1;
  const connect = spent('connect') ?? -1;
  const send = spent('send') ?? 0;
  const receive = spent('receive') ?? 0;
  const known = [blocked, connect, send, receive].reduce((sum, each) => sum + Math.max(0, each), 0);
  return { blocked, dns: -1, connect, ssl: -1, send, wait: rounded(Math.max(0, duration - known)), receive };
};
