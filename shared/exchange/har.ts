import { bytesOf } from '#shared/exchange/body.ts';
import { writeMultipart, writeUrlEncoded } from '#shared/exchange/form-body.ts';
import type { HeaderLines, RawRequest } from '#shared/exchange/raw-http.ts';
import { readAddress } from '#shared/exchange/written-request.ts';
import { decodeBase64 } from '#shared/text/base64.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';

/** One request of a HAR, and what is told of it there. */
export type HarEntry = {
  readonly request: RawRequest;
  readonly origin: string;
  /** When it was sent, as it is written (ISO 8601); empty where it is not. */
  readonly startedAt: string;
  /** The status of the answer; null where none is told. */
  readonly status: number | null;
};

export type HarReading =
  | { readonly ok: true; readonly entries: readonly HarEntry[] }
  | { readonly ok: false; readonly problem: string };

/**
 * The requests of a HAR (HTTP Archive 1.2): a whole one, its entries, one entry, or one request. Refuses what is no JSON, by line and
 * column, and what has no request in it, by its number.
 */
export const readHar = (text: string): HarReading => {
  const parsed = parseJson(text.replace(/^\u{feff}/u, ''));
  if (!parsed.ok) return { ok: false, problem: `This is no JSON, so it is no HAR either. ${parsed.problem}` };
  const found = entriesIn(parsed.value);
  if (found.length === 0)
    return { ok: false, problem: 'This JSON is no HAR: there is no log with entries, and no request.' };
  const entries: HarEntry[] = [];
  for (const [index, each] of found.entries()) {
    const read = readHarEntry(each);
    if (typeof read === 'string') return { ok: false, problem: `Request ${String(index + 1)} of the HAR: ${read}` };
    entries.push(read);
  }
  return { ok: true, entries };
};

const entriesIn = (value: Json): readonly JsonObject[] => {
  if (Array.isArray(value)) return (value as readonly Json[]).filter(isJsonObject);
  if (!isJsonObject(value)) return [];
  const log = value['log'];
  const entries = isJsonObject(log) ? log['entries'] : value['entries'];
  if (Array.isArray(entries)) return (entries as readonly Json[]).filter(isJsonObject);
  if (isJsonObject(value['request'])) return [value];
  return typeof value['url'] === 'string' && typeof value['method'] === 'string' ? [{ request: value }] : [];
};

/** One entry of a HAR; one sentence where it has no request that can be read. */
export const readHarEntry = (entry: JsonObject): HarEntry | string => {
  const written = entry['request'];
  if (!isJsonObject(written)) return 'it has no request.';
  const address = readAddress(typeof written['url'] === 'string' ? written['url'] : '');
  if (!address) return 'its url is no address that begins with http:// or https://.';
  const headers = headersOf(written['headers']);
  const body = bodyOf(written['postData'], headers);
  if (typeof body === 'string') return body;
  const response = entry['response'];
  const status = isJsonObject(response) ? response['status'] : undefined;
  const startedAt = entry['startedDateTime'];
  return {
    request: {
      method: typeof written['method'] === 'string' ? written['method'] : 'GET',
      target: address.target,
      headers,
      body,
    },
    origin: address.origin,
    startedAt: typeof startedAt === 'string' ? startedAt : '',
    status: typeof status === 'number' && status > 0 ? status : null,
  };
};

/** HTTP/2 has parts of the request line among its headers (RFC 9113 §8.3): they are told elsewhere. */
const headersOf = (value: Json | undefined): HeaderLines =>
  pairsIn(value).filter(([name]) => name !== '' && !name.startsWith(':'));

const pairsIn = (value: Json | undefined): readonly (readonly [string, string])[] =>
  Array.isArray(value)
    ? (value as readonly Json[]).flatMap((each) =>
        isJsonObject(each) && typeof each['name'] === 'string'
          ? [[each['name'], typeof each['value'] === 'string' ? each['value'] : ''] as const]
          : [],
      )
    : [];

/** The bytes of the body, or one sentence why they cannot be known. */
const bodyOf = (posted: Json | undefined, headers: HeaderLines): Uint8Array | string => {
  if (!isJsonObject(posted)) return new Uint8Array();
  const { text, encoding, params, mimeType } = posted;
  if (typeof text === 'string' && text !== '') {
    if (encoding !== 'base64') return bytesOf(text);
    const decoded = decodeBase64(text);
    return decoded.ok ? decoded.bytes : `its body is not base64. ${decoded.problem}`;
  }
  const fields = pairsIn(params);
  if (fields.length === 0) return new Uint8Array();
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? mimeType;
  const boundary = typeof type === 'string' ? /boundary="?([^";\s]+)/i.exec(type)?.[1] : undefined;
  return bytesOf(boundary === undefined ? writeUrlEncoded(fields) : writeMultipart(fields, boundary));
};
