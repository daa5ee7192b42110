import { bytesOf } from '#shared/exchange/body.ts';
import { writeUrlEncoded } from '#shared/exchange/form-body.ts';
import { completeHeaders, headerValue, type HeaderLines, type RawRequest } from '#shared/exchange/raw-http.ts';
import { authorityOf, readAddress } from '#shared/exchange/written-request.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { postmanAuth } from '#shared/export/postman-auth.ts';
import { postmanParts } from '#shared/export/postman-parts.ts';
import { filled, keyedTexts, objectsIn, textOf, type PostmanScope } from '#shared/export/postman-scope.ts';

export type PostmanRequest = {
  readonly origin: string;
  readonly request: RawRequest;
  /** Files that it sends and the collection does not hold. */
  readonly missingFiles: readonly string[];
};

/** A request of a collection as it would be sent, but for what Postman adds by itself; a sentence where it has no address. */
export const postmanRequest = (written: Json | undefined, scope: PostmanScope): PostmanRequest | string => {
  const given = typeof written === 'string' ? { url: written } : written;
  if (!isJsonObject(given)) return 'it has no request.';
  const { method } = given;
  const auth = isJsonObject(given['auth']) ? given['auth'] : scope.auth;
  const body = bodyOf(given['body'], scope);
  const signed = postmanAuth(auth, scope);
  const address = readAddress(withQuery(urlOf(given['url'], scope), signed.query));
  if (!address) return 'its url is no address.';
  const headers = [...headersOf(given['header'], scope), ...signed.headers];
  const typed =
    body.type === '' || headerValue(headers, 'content-type') !== undefined
      ? []
      : [['Content-Type', body.type] as const];
  const request = {
    method: typeof method === 'string' && /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/.test(method) ? method : 'GET',
    headers: [...headers, ...typed],
    body: body.bytes,
  };
  return {
    origin: address.origin,
    request: {
      ...request,
      target: address.target,
      headers: completeHeaders(request, authorityOf(address.origin)),
    },
    missingFiles: body.missingFiles,
  };
};

/** The address as it is written, else put together of its parts; what no address may hold is percent-encoded. */
const urlOf = (url: Json | undefined, scope: PostmanScope): string => {
  const raw = typeof url === 'string' ? url : isJsonObject(url) ? rawUrl(url) : '';
  const paths = new Map(isJsonObject(url) ? keyedTexts(url['variable']) : []);
  const whole = filled(raw, scope).trim();
  const placed = whole.replaceAll(/(?<=\/):([\w-]+)/g, (part, name: string) => paths.get(name) ?? part);
  const address = /^https?:\/\//i.test(placed) ? placed : `http://${placed.replace(/^\/+/, '')}`;
  return address.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
};

const joined = (value: Json | undefined, sign: string): string =>
  Array.isArray(value)
    ? (value as readonly Json[]).map((each) => textOf(isJsonObject(each) ? each['value'] : each)).join(sign)
    : textOf(value);

const rawUrl = ({ raw, protocol, host, port, path, query }: JsonObject): string => {
  if (typeof raw === 'string') return raw;
  const search = keyedTexts(query).map(([key, value]) => `${key}=${value}`);
  return [
    `${textOf(protocol) || 'http'}://${joined(host, '.')}`,
    port === undefined ? '' : `:${textOf(port)}`,
    `/${joined(path, '/').replace(/^\//, '')}`,
    search.length > 0 ? `?${search.join('&')}` : '',
  ].join('');
};

const withQuery = (url: string, query: string): string =>
  query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;

/** A list, or text with a line for each. */
export const headersOf = (header: Json | undefined, scope: PostmanScope): HeaderLines =>
  (typeof header === 'string'
    ? header.split(/\r?\n/).flatMap((line) => {
        const colon = line.indexOf(':');
        return colon < 1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const];
      })
    : keyedTexts(header)
  )
    .map(([name, value]) => [filled(name, scope), filled(value, scope).replaceAll(/[\r\n\0]+/g, ' ')] as const)
    .filter(([name]) => /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name));

type Body = { readonly bytes: Uint8Array; readonly type: string; readonly missingFiles: readonly string[] };

const bodyOf = (body: Json | undefined, scope: PostmanScope): Body => {
  const none = { bytes: new Uint8Array(), type: '', missingFiles: [] };
  if (!isJsonObject(body) || body['disabled'] === true) return none;
  const { mode } = body;
  return typeof mode === 'string' && Object.hasOwn(modes, mode) ? { ...none, ...modes[mode]?.(body, scope) } : none;
};

const modes: Readonly<Record<string, (body: JsonObject, scope: PostmanScope) => Partial<Body>>> = {
  raw: ({ raw, options }, scope) => ({ bytes: bytesOf(filled(textOf(raw), scope)), type: rawType(options) }),
  urlencoded: ({ urlencoded }, scope) => {
    const fields = keyedTexts(urlencoded).map(([key, value]) => [filled(key, scope), filled(value, scope)] as const);
    const text = Array.isArray(urlencoded) ? writeUrlEncoded(fields) : filled(textOf(urlencoded), scope);
    return { bytes: bytesOf(text), type: 'application/x-www-form-urlencoded' };
  },
  formdata: ({ formdata }, scope) => postmanParts(objectsIn(formdata), scope),
  graphql: ({ graphql }, scope) => {
    const { query, variables } = isJsonObject(graphql) ? graphql : {};
    const told = filled(textOf(variables), scope);
    const asked = JSON.stringify(filled(textOf(query), scope));
    return {
      bytes: bytesOf(`{"query":${asked}${told === '' ? '' : `,"variables":${told}`}}`),
      type: 'application/json',
    };
  },
  file: ({ file }) => {
    const { content, src } = isJsonObject(file) ? file : {};
    return typeof content === 'string' ? { bytes: bytesOf(content) } : { missingFiles: [textOf(src) || 'of its body'] };
  },
};

const rawType = (options: Json | undefined): string => {
  const raw = isJsonObject(options) ? options['raw'] : undefined;
  const language = isJsonObject(raw) ? raw['language'] : undefined;
  const types: Readonly<Record<string, string>> = {
    json: 'application/json',
    xml: 'application/xml',
    html: 'text/html',
    text: 'text/plain',
    javascript: 'application/javascript',
  };
  return typeof language === 'string' && Object.hasOwn(types, language) ? (types[language] ?? '') : '';
};
