import type { HarRest } from '#shared/exchange/har-rest.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { differenceOf } from '#shared/text/json-difference.ts';
import { harEntry } from '#shared/export/har-entry.ts';
import { importedRecord, type ImportedExchange } from '#shared/export/imported.ts';

/** In characters of JSON. */
const largestRest = 16 * 1024 * 1024;

/** What the entry says beyond the exchange that was read from it; null where it says nothing more, a sentence where that is too much. */
export const restOf = (
  entry: JsonObject,
  exchange: ImportedExchange,
  around: Pick<HarRest, 'pages' | 'log'>,
): HarRest | null | string => {
  const inBase64 = (['request', 'response'] as const).filter((side) => isInBase64(entry, side));
  const record = importedRecord(exchange, { id: 1, channelId: null, now: 0, source: '', secrets: [] });
  const difference = differenceOf(entry, harEntry(record, inBase64), (path) => !required.has(path));
  if (!difference && inBase64.length === 0 && !around.pages && !around.log) return null;
  const rest = {
    ...(difference ? { entry: difference } : {}),
    ...(inBase64.length > 0 ? { inBase64 } : {}),
    ...around,
  };
  return JSON.stringify(rest).length > largestRest
    ? `it says more than ${String(largestRest / 1024 / 1024)} MiB besides request and answer.`
    : rest;
};

const isInBase64 = (entry: JsonObject, side: 'request' | 'response'): boolean => {
  const message = entry[side];
  const body = isJsonObject(message) ? message[side === 'request' ? 'postData' : 'content'] : undefined;
  return isJsonObject(body) && body['encoding'] === 'base64';
};

/** What HAR 1.2 does not let an entry be without: where it is missing, ours stands. */
const required = new Set(
  [
    'startedDateTime time request response cache timings',
    ...'method url httpVersion cookies headers queryString headersSize bodySize'
      .split(' ')
      .map((name) => `request/${name}`),
    ...'status statusText httpVersion cookies headers content redirectURL headersSize bodySize'
      .split(' ')
      .map((name) => `response/${name}`),
    'request/postData/mimeType response/content/size response/content/mimeType timings/send timings/wait timings/receive',
  ].flatMap((names) => names.split(' ').map((name) => `/${name}`)),
);

/** For each entry in turn, what the archive says around it: its page, and with the first one the pages that no entry belongs to. */
export const pagesOf = (log: JsonObject): ((entry: JsonObject) => Pick<HarRest, 'pages' | 'log'>) => {
  const pages = listOf(log['pages']).filter(isJsonObject);
  const named = new Set(listOf(log['entries']).map((entry) => (isJsonObject(entry) ? entry['pageref'] : undefined)));
  const alone = pages.filter(({ id }) => !named.has(id));
  const byId = new Map(pages.map((page) => [page['id'], page]));
  const { version: _version, creator: _creator, entries: _entries, pages: _pages, ...besides } = log;
  const own = Object.keys(besides).length > 0 ? { log: besides } : {};
  let isFirst = true;
  return ({ pageref }) => {
    const page = pageref === undefined ? undefined : byId.get(pageref);
    const found = [...(page ? [page] : []), ...(isFirst ? alone : [])];
    isFirst = false;
    return { ...own, ...(found.length > 0 ? { pages: found } : {}) };
  };
};

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
