import { bytesOf } from '#shared/exchange/body.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { pathOf, type HeaderLines, type RawRequest } from '#shared/exchange/raw-http.ts';
import { fillPath, matchPath } from '#shared/platforms/route.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { pointerNames } from '#shared/text/json-pointer.ts';
import type { CredentialSpot } from '#shared/trust/trust-model.ts';

/** The request with this text in the place of the credential, and nothing else there. */
export const withText = (request: RawRequest, spot: CredentialSpot, text: string): RawRequest => {
  switch (spot.in) {
    case 'header':
      return withHeader(request, spot.name, [spot.scheme ?? '', text].join(spot.scheme === undefined ? '' : ' '));
    case 'query':
      return withQuery(without(request, spot), [[spot.name, text]]);
    case 'body':
      return withValue(request, spot.pointer, text);
    case 'path':
      return { ...request, target: replacePath(request.target, spot, text) };
    default:
      return assertNever(spot);
  }
};

/** The request without anything in the place of the credential: no header, no parameter, no member, no part of the path. */
export const without = (request: RawRequest, spot: CredentialSpot): RawRequest => {
  switch (spot.in) {
    case 'header':
      return { ...request, headers: otherHeaders(request.headers, spot.name) };
    case 'query': {
      const [path, query] = splitTarget(request.target);
      const kept = query.split('&').filter((each) => each !== '' && nameOf(each) !== spot.name);
      return { ...request, target: kept.length === 0 ? path : `${path}?${kept.join('&')}` };
    }
    case 'body':
      return withValue(request, spot.pointer, undefined);
    case 'path':
      return { ...request, target: replacePath(request.target, spot, null) };
    default:
      return assertNever(spot);
  }
};

/** The request with a header of this value and no other of its name, in the place of the first one. */
export const withHeader = (request: RawRequest, name: string, value: string): RawRequest => {
  const at = request.headers.findIndex(([each]) => each.toLowerCase() === name.toLowerCase());
  const others = otherHeaders(request.headers, name);
  const line = [request.headers[at]?.[0] ?? name, value] as const;
  return { ...request, headers: at < 0 ? [...others, line] : others.toSpliced(at, 0, line) };
};

/** The request with these parameters behind those that it has, percent-encoded (RFC 3986 §2.1). */
export const withQuery = (request: RawRequest, pairs: readonly (readonly [string, string])[]): RawRequest => {
  const [path, query] = splitTarget(request.target);
  const added = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return { ...request, target: `${path}?${[...(query === '' ? [] : [query]), ...added].join('&')}` };
};

/** The JSON object of the body, or null where it has none. */
export const bodyObject = (request: RawRequest): JsonObject | null => {
  const { value } = readJsonBody(request);
  return isJsonObject(value) ? value : null;
};

/** The request with this value at the JSON Pointer of its body; undefined takes away what is there. A body that is no object stays. */
export const withValue = (request: RawRequest, pointer: string, value: Json | undefined): RawRequest => {
  const body = bodyObject(request);
  if (!body) return request;
  return withBody(request, changed(body, pointerNames(pointer), value));
};

/** The request with these members added to the JSON object of its body. */
export const withMembers = (request: RawRequest, members: JsonObject): RawRequest =>
  withBody(request, { ...bodyObject(request), ...members });

/** The length is left to be told anew. */
const withBody = (request: RawRequest, body: JsonObject): RawRequest => ({
  ...request,
  headers: otherHeaders(request.headers, 'content-length'),
  body: bytesOf(JSON.stringify(body)),
});

const changed = (object: JsonObject, [name, ...rest]: readonly string[], value: Json | undefined): JsonObject => {
  if (name === undefined) return object;
  const others = Object.fromEntries(Object.entries(object).filter(([each]) => each !== name));
  if (rest.length === 0) return value === undefined ? others : { ...object, [name]: value };
  const inner = object[name];
  return { ...object, [name]: changed(isJsonObject(inner) ? inner : {}, rest, value) };
};

const otherHeaders = (headers: HeaderLines, name: string): HeaderLines =>
  headers.filter(([each]) => each.toLowerCase() !== name.toLowerCase());

const splitTarget = (target: string): readonly [path: string, query: string] => {
  const mark = target.indexOf('?');
  return mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
};

const nameOf = (pair: string): string => [...new URLSearchParams(pair)][0]?.[0] ?? '';

/** Null: the part of the path is left out with its fixed letters. A path of another form stays. */
const replacePath = (
  target: string,
  { template, name }: Extract<CredentialSpot, { in: 'path' }>,
  text: string | null,
): string => {
  const path = pathOf(target);
  const values = matchPath(template, path);
  if (!values) return target;
  if (text !== null) return target.replace(path, () => fillPath(template, { ...values, [name]: text }));
  const rest = template.split('/').filter((each) => !each.replace('{*', '{').endsWith(`{${name}}`));
  return target.replace(path, () => fillPath(rest.join('/'), values));
};
