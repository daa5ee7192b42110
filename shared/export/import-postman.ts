import { bytesOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { importLimits } from '#shared/export/import-limits.ts';
import { tooLarge, type ImportedExchange, type ImportReading } from '#shared/export/imported.ts';
import { headersOf, postmanRequest, type PostmanRequest } from '#shared/export/postman-request.ts';
import {
  objectsIn,
  outermostScope,
  scopeWithin,
  textOf,
  unfilledIn,
  withoutVariables,
  type PostmanScope,
} from '#shared/export/postman-scope.ts';

/** Whether a text says of itself that it is a collection of Postman. */
export const looksLikePostman = (text: string): boolean =>
  /"schema"\s*:\s*"https?:\/\/schema\.(?:get)?postman\.com\//.test(text);

/** Folders in folders. */
const deepest = 50;

/**
 * The requests of a Postman collection (Collection Format v2.0 and v2.1): each of its examples is an exchange, and a request without one
 * is an exchange without an answer. Variables that the collection gives a value are filled in. Refuses what is none or too large, and
 * what cannot be read by its name.
 */
export const importPostman = (text: string): ImportReading => {
  const parsed = parseJson(text.replace(/^\u{feff}/u, ''));
  if (!parsed.ok) return refuse(`This is no JSON, so it is no collection either. ${parsed.problem}`);
  const collection = parsed.value;
  const { info, item } = isJsonObject(collection) ? collection : {};
  const schema = isJsonObject(info) ? textOf(info['schema']) : '';
  if (!isJsonObject(collection) || !Array.isArray(item))
    return refuse('This is no collection that can be read: /item has to be a list.');
  if (!/\/collection\/v2\.[01]/.test(schema))
    return refuse(`This collection is of another form than v2.1: export it from Postman as “Collection v2.1”.`);
  const exchanges: ImportedExchange[] = [];
  for (const found of itemsIn(objectsIn(item), scopeWithin(outermostScope(), collection), [])) {
    const read = typeof found === 'string' ? found : exchangesOf(found);
    if (typeof read === 'string') return refuse(read);
    exchanges.push(...read);
    if (exchanges.length > importLimits.exchanges)
      return refuse(`The collection has more than ${String(importLimits.exchanges)} requests and examples.`);
  }
  return exchanges.length === 0 ? refuse('The collection has no request.') : { ok: true, exchanges, skipped: 0 };
};

const refuse = (problem: string): ImportReading => ({ ok: false, problem });

type Item = { readonly item: JsonObject; readonly scope: PostmanScope; readonly path: readonly string[] };

/** Every request, folder by folder; a sentence where folders are nested too deeply. */
function* itemsIn(
  items: readonly JsonObject[],
  scope: PostmanScope,
  path: readonly string[],
): Generator<Item | string> {
  if (path.length > deepest)
    return yield `Folders are nested more than ${String(deepest)} deep: ${path.slice(0, 3).join(' / ')}….`;
  for (const item of items) {
    const inside = [...path, textOf(item['name']).slice(0, 100) || '?'];
    if (Array.isArray(item['item'])) yield* itemsIn(objectsIn(item['item']), scopeWithin(scope, item), inside);
    else yield { item, scope: scopeWithin(scope, { variable: item['variable'] ?? null }), path: inside };
  }
  return undefined;
}

const exchangesOf = ({ item, scope, path }: Item): readonly ImportedExchange[] | string => {
  const where = `The request “${path.join(' / ')}”`;
  const examples = objectsIn(item['response']);
  const told = examples.length === 0 ? [null] : examples;
  const exchanges: ImportedExchange[] = [];
  for (const example of told) {
    const asked = postmanRequest(example?.['originalRequest'] ?? item['request'], scope);
    if (scope.room.isOver) return `${where}: what the collection fills in up to here is more than can be read.`;
    if (typeof asked === 'string') return `${where}: ${asked}`;
    const exchange = exchangeOf(asked, example, scope);
    const problem = tooLarge(exchange);
    if (problem !== null) return `${where}: ${problem}`;
    exchanges.push(exchange);
  }
  return exchanges;
};

const exchangeOf = (
  { origin, request, missingFiles }: PostmanRequest,
  example: JsonObject | null,
  scope: PostmanScope,
): ImportedExchange => {
  const response = example && responseOf(example, scope);
  const time = example?.['responseTime'];
  return {
    openedAt: null,
    direction: 'outbound',
    origin,
    httpVersion: '1.1',
    request,
    response,
    duration: typeof time === 'number' && time >= 0 ? time : null,
    phases: [],
    findings: [...unfilled({ origin, request }), ...missingFiles.map(missingFile)],
    verdict: null,
  };
};

const responseOf = ({ code, status, header, body }: JsonObject, scope: PostmanScope): ImportedExchange['response'] => {
  const number = typeof code === 'number' && Number.isInteger(code) && code >= 100 && code <= 999 ? code : null;
  if (number === null) return null;
  return {
    status: number,
    reason: textOf(status).slice(0, 1000),
    httpVersion: '1.1',
    headers: headersOf(header, withoutVariables(scope)),
    body: bytesOf(textOf(body)),
  };
};

const unfilled = ({ origin, request }: Pick<PostmanRequest, 'origin' | 'request'>): readonly Finding[] => {
  const heads = [origin, request.target, ...request.headers.map(([, value]) => value)].join('\n');
  const names = unfilledIn(`${heads}\n${new TextDecoder('utf-8').decode(request.body.subarray(0, 1_000_000))}`);
  return names.length === 0
    ? []
    : [
        {
          severity: 'warning',
          rule: 'imported.variable',
          summary: `The collection gives no value to ${names
            .slice(0, 10)
            .map((name) => `{{${name}}}`)
            .join(', ')}: edit the request before it is sent.`,
        },
      ];
};

const missingFile = (name: Json): Finding => ({
  severity: 'warning',
  rule: 'imported.file',
  summary: `The collection does not hold the file ${textOf(name)}: that part of the body is empty.`,
});
