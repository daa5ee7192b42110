import { queryOf } from '#shared/exchange/form-body.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { textOf } from '#shared/exchange/body.ts';
import { headerValue, pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { pointerNames, pointerTo } from '#shared/text/json-pointer.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import type { CredentialSpot } from '#shared/trust/trust-model.ts';

/** What stands where a credential belongs. */
export type SpotReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'text'; readonly text: string }
  /** It is there, but without what has to go before it: the scheme of a header, the fixed letters of a part of a path. */
  | { readonly kind: 'bare'; readonly text: string }
  /** A value in a JSON body that is no text. */
  | { readonly kind: 'not-text'; readonly value: Json };

/** A place in a request that holds some text. `name` is the caller’s own word, and may be anything: a header, a parameter, a JSON Pointer. */
export type Place = { readonly in: 'header' | 'query' | 'body' | 'form' | 'path'; readonly name: string };

export type PlacedText = { readonly place: Place; readonly text: string };

/** Bounds for hostile requests: a body may hold a million small texts. */
const mostTexts = 2000;
const mostNodes = 20_000;

/** Percent-decoded (RFC 3986 §2.1); null where it is broken. */
export const percentDecoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

const memberOf = (value: Json | undefined, member: string): Json | undefined => {
  if (isJsonObject(value)) return Object.hasOwn(value, member) ? value[member] : undefined;
  return Array.isArray(value) && /^\d{1,6}$/.test(member) ? (value as readonly Json[])[Number(member)] : undefined;
};

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\t';

/**
 * Optional white space around a value is space and tab only (RFC 9110 §5.6.3): any other belongs to the text. No pattern, whose time
 * would grow with the square of the spaces.
 */
const withoutSpaceAround = (value: string): string => {
  let start = 0;
  let end = value.length;
  while (start < end && isSpace(value[start])) start += 1;
  while (end > start && isSpace(value[end - 1])) end -= 1;
  return value.slice(start, end);
};

const readHeader = (value: string | undefined, scheme: string | undefined): SpotReading => {
  if (value === undefined) return { kind: 'absent' };
  if (scheme === undefined) return { kind: 'text', text: value };
  const trimmed = withoutSpaceAround(value);
  if (trimmed === '') return { kind: 'text', text: '' };
  const [first = ''] = trimmed.split(' ', 1);
  // The scheme is told without case (RFC 9110 §11.1).
  if (first.toLowerCase() !== scheme.toLowerCase()) return { kind: 'bare', text: trimmed };
  return { kind: 'text', text: withoutSpaceAround(trimmed.slice(first.length)) };
};

const readBody = (request: RawRequest, pointer: string): SpotReading => {
  const value = pointerNames(pointer).reduce<Json | undefined>(memberOf, readJsonBody(request).value);
  if (value === undefined) return { kind: 'absent' };
  return typeof value === 'string' ? { kind: 'text', text: value } : { kind: 'not-text', value };
};

/** By position, so that a path is read that lacks another part: only the words before it have to be those of the template. */
const readPath = (target: string, template: string, name: string): SpotReading => {
  const wanted = template.split('/');
  const found = pathOf(target).split('/');
  const index = wanted.findIndex((each) => each.endsWith(`{${name}}`) || each.endsWith(`{*${name}}`));
  const isAnother = wanted.slice(0, index).some((each, at) => !each.includes('{') && each !== found[at]);
  const segment = found[index];
  if (index < 0 || isAnother || segment === undefined) return { kind: 'absent' };
  const before = wanted[index]?.slice(0, wanted[index].indexOf('{')) ?? '';
  if (!segment.startsWith(before)) return { kind: 'bare', text: percentDecoded(segment) ?? segment };
  const text = segment.slice(before.length);
  return { kind: 'text', text: percentDecoded(text) ?? text };
};

/** What stands where this credential belongs. Reads any request, and never throws. */
export const readSpot = (request: RawRequest, spot: CredentialSpot): SpotReading => {
  switch (spot.in) {
    case 'header':
      return readHeader(headerValue(request.headers, spot.name), spot.scheme);
    case 'query': {
      const text = queryOf(request.target).get(spot.name);
      return text === null ? { kind: 'absent' } : { kind: 'text', text };
    }
    case 'body':
      return readBody(request, spot.pointer);
    case 'path':
      return readPath(request.target, spot.template, spot.name);
    default:
      return assertNever(spot);
  }
};

/** Every text and number of a JSON value with its JSON Pointer, level by level, so that depth cannot exhaust the stack. */
const textsIn = (root: Json | undefined): readonly PlacedText[] => {
  const waiting: (readonly [pointer: string, value: Json])[] = root === undefined ? [] : [['', root]];
  const texts: PlacedText[] = [];
  for (let index = 0; index < waiting.length && texts.length < mostTexts; index += 1) {
    const [pointer, value] = waiting[index] ?? ['', null];
    if (typeof value === 'string' || typeof value === 'number')
      texts.push({ place: { in: 'body', name: pointer }, text: String(value) });
    else if (typeof value === 'object' && value !== null && waiting.length < mostNodes)
      for (const [member, each] of Object.entries(value)) {
        if (waiting.length >= mostNodes) break;
        waiting.push([pointerTo(pointer, member), each]);
      }
  }
  return texts;
};

/** The fields of a body that is a form, by its look: people send one where JSON belongs, with any Content-Type. */
const fieldsIn = ({ body, headers }: RawRequest): readonly PlacedText[] => {
  const { text } = textOf(body.subarray(0, 100_000), headerValue(headers, 'content-type'));
  if (!/^[^\s=&{}[\]"]+=/.test(text)) return [];
  return [...new URLSearchParams(text.trim())]
    .slice(0, mostTexts)
    .map(([name, each]) => ({ place: { in: 'form', name }, text: each }));
};

/** Every text of a request and where it stands: headers, query, path, and the body at any depth (bounded). */
export const textsOf = (request: RawRequest): readonly PlacedText[] => {
  const { value } = readJsonBody(request);
  return [
    ...request.headers.map(([name, text]): PlacedText => ({ place: { in: 'header', name: name.toLowerCase() }, text })),
    ...[...queryOf(request.target)].map(([name, text]): PlacedText => ({ place: { in: 'query', name }, text })),
    ...pathOf(request.target)
      .split('/')
      .map((each, index): PlacedText => ({
        place: { in: 'path', name: String(index) },
        text: percentDecoded(each) ?? each,
      })),
    ...(value === undefined ? fieldsIn(request) : textsIn(value)),
  ].slice(0, mostTexts);
};

/** Whether this place is the one where the credential belongs. */
export const isSpot = ({ in: where, name }: Place, spot: CredentialSpot): boolean => {
  switch (spot.in) {
    case 'header':
      return where === 'header' && name === spot.name.toLowerCase();
    case 'query':
      return where === 'query' && name === spot.name;
    case 'body':
      return where === 'body' && name === spot.pointer;
    case 'path':
      return (
        where === 'path' &&
        spot.template.split('/')[Number(name)]?.replace('{*', '{').endsWith(`{${spot.name}}`) === true
      );
    default:
      return assertNever(spot);
  }
};

/** Where a credential belongs, as a sentence says it. */
export const spotWords = (spot: CredentialSpot): string => {
  switch (spot.in) {
    case 'header':
      return spot.scheme === undefined
        ? `the header ${spot.name}`
        : `the header ${spot.name}, behind the word ${spot.scheme} and a space`;
    case 'query':
      return `the query parameter ${spot.name}`;
    case 'body':
      return `the JSON body at ${spot.pointer}`;
    case 'path': {
      const segment = spot.template.split('/').find((each) => each.replace('{*', '{').endsWith(`{${spot.name}}`)) ?? '';
      const before = segment.slice(0, Math.max(0, segment.indexOf('{')));
      return before === '' ? 'the path' : `the path, behind the letters ${before}`;
    }
    default:
      return assertNever(spot);
  }
};
