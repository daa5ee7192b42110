import { mask, type Place } from '#shared/channel/redact.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import { privateKindOf } from '#shared/export/personal-field.ts';
import { decodedString } from '#shared/text/json-tokens.ts';
import { bearerToken } from '#shared/trust/jwt.ts';

/** Shorter ones would only garble what is shown. */
const shortest = 4;

/** The beginning of a field of JSON, also where it is quoted in a string. */
const jsonField = /"([\w.-]{2,40})\\{0,16}"\s{0,8}:\s{0,8}(\\{0,16})"/g;
/** That of one in a field of a form, percent-encoded. */
const encodedField = /%22([\w.-]{2,40})%22(?:%20|\+){0,8}(?:%3A|:)(?:%20|\+){0,8}%22/gi;
/** The head of a part of a form (RFC 7578 §4.2), with the empty line behind it. */
const formPart = /\bname="([\w.-]{2,40})"[^\r\n]{0,200}(?:\r?\n[^\r\n]{1,200}){0,4}\r?\n\r?\n/g;
/** A field of a form or a query. */
const formField = /(?<![^\s&?;])([\w.-]{2,40})=([^\s&#"]{4,})/g;
/** The third part of a token (RFC 7515 §3.1): without it the others let nobody in. */
const signature = /(?<![\w-])ey[\w-]{5,8000}\.[\w-]{0,8000}\.([\w-]{8,})/g;

/** Where in a text the credentials stand that have the names of such, and the signatures of tokens. */
export const credentialPlaces = (text: string): readonly Place[] => [
  ...placesBehind(jsonField, text, endOfString),
  ...placesBehind(encodedField, text, endOfEncoded),
  ...placesBehind(formPart, text, endOfPart),
  ...Array.from(text.matchAll(formField)).flatMap(({ 0: field, 1: name = '', 2: value = '', index }) =>
    privateKindOf(name) === 'secret' ? placeIn(value, index + field.length - value.length) : [],
  ),
  ...Array.from(text.matchAll(signature), ({ 0: token, 1: signed = '', index }): Place => [
    index + token.length - signed.length,
    index + token.length,
  ]),
];

/** Longer ones and more of them are hidden where they stand, and looked for nowhere else. */
const longest = 4000;
const most = 50;

/** The credentials that stand in a text under the names that such have, and the signatures of tokens, in the ways in which they may stand elsewhere. */
export const credentialsIn = (text: string): readonly string[] =>
  told(credentialPlaces(text).flatMap(([from, to]) => (to - from > longest ? [] : readings(text.slice(from, to)))));

/** The credentials in a header line. */
export const credentialsOfHeader = ([name, value]: HeaderLines[number]): readonly string[] =>
  told(privateKindOf(name) === 'secret' ? [secretOf(value)] : credentialsIn(value));

/** The credentials in the address and the headers of an exchange. */
export const credentialsOf = ({ summary, target, request, response }: Exchange): readonly string[] =>
  told([
    ...hiddenIn(summary.target, target),
    ...credentialsIn(target),
    ...fromHeaders(request.headers),
    ...fromHeaders(response?.headers ?? []),
  ]);

const told = (secrets: readonly string[]): readonly string[] =>
  [...new Set(secrets)].filter(({ length }) => length >= shortest && length <= longest).slice(0, most);

const fromHeaders = (headers: HeaderLines): readonly string[] => headers.flatMap(credentialsOfHeader);

/** A value as it stands there and as it reads: without the escapes of JSON, layer by layer, and of a form; of several lines each one. */
const readings = (value: string): readonly string[] => {
  const lines = /[\r\n]/.test(value) ? value.split(/[\r\n]+/) : [];
  const read = [
    value.includes('\\') ? unquoted(value) : value,
    /%[\da-f]{2}/i.test(value) ? percentDecoded(value) : value,
  ];
  return [value, ...lines, ...read.flatMap((each) => (each.length < value.length ? readings(each) : []))];
};

const unquoted = (quoted: string): string => {
  const source = `"${quoted}"`;
  const read = decodedString(source);
  return read === source ? quoted : read;
};

const percentDecoded = (encoded: string): string =>
  new URLSearchParams(`value=${encoded.replaceAll('&', '%26')}`).get('value') ?? '';

/** What stands in the address where the harness put its mask. */
export const hiddenIn = (masked: string, target: string): readonly string[] => {
  if (!masked.includes(mask)) return [];
  const parts = masked.split(mask).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('([^/?&#]+)')}`).exec(target)?.slice(1) ?? [];
};

/** What is secret of a value: not the scheme in front of it, and of a token only what proves it. */
const secretOf = (value: string): string => {
  const bare =
    /^(?:basic|bearer|token|digest)\s+(\S.*)$/i.exec(value.trim())?.[1] ?? bearerToken(value) ?? value.trim();
  return /^ey[\w-]+\.[\w-]*\.([\w-]+)$/.exec(bare)?.[1] ?? bare;
};

const placeIn = (value: string, at: number): readonly Place[] => {
  const secret = secretOf(value);
  const from = at + Math.max(0, value.lastIndexOf(secret));
  return secret.length < shortest ? [] : [[from, from + secret.length]];
};

/** Where a value ends that begins here, behind the beginning of its field. */
type End = (text: string, from: number, beginning: RegExpExecArray) => number;

/** The values behind the beginnings of fields, one behind the other: a hostile text is not looked through once for each of them. */
const placesBehind = (beginning: RegExp, text: string, endOf: End): readonly Place[] => {
  const places: Place[] = [];
  const pattern = new RegExp(beginning);
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    if (privateKindOf(found[1] ?? '') !== 'secret') continue;
    const from = pattern.lastIndex;
    const to = endOf(text, from, found);
    places.push(...placeIn(text.slice(from, to), from));
    pattern.lastIndex = to;
  }
  return places;
};

/**
 * The text in a JSON string ends at the next quotation mark that is no more escaped than the one before it (RFC 8259 §7). Each layer of
 * quoting doubles what stands for a backslash.
 */
const endOfString: End = (text, from, [, , { length: slashes } = '']) => {
  let run = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"' && run % (2 * slashes + 2) === slashes) return at - slashes;
    run = sign === '\\' ? run + 1 : 0;
  }
  return text.length;
};

/** As far as no quotation mark comes that is not escaped, and no other field of the form. */
const endOfEncoded: End = (text, from) => {
  const rest = /(?:%5C%22|(?!%22)[^&\s"])*/iy;
  rest.lastIndex = from;
  return from + (rest.exec(text)?.[0].length ?? 0);
};

const endOfPart: End = (text, from) => {
  const boundary = text.indexOf('\n--', from);
  return boundary < 0 ? text.length : boundary;
};
