import { mask, type Place } from '#shared/channel/redact.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import { privateKindOf } from '#shared/export/personal-field.ts';
import { decodedString } from '#shared/text/json-tokens.ts';
import { bearerToken } from '#shared/trust/jwt.ts';

/** Shorter ones would only garble what is shown; longer ones and more of them are hidden where they stand, and looked for nowhere else. */
const shortest = 4;
const longest = 4000;
const most = 50;

/** The beginning of a field of JSON, also where it is quoted in a string; and a field of a form or a query. */
const jsonField = /"([\w.-]{2,40})\\{0,16}"\s{0,8}:\s{0,8}(\\{0,16})"/g;
const formField = /(?<![^\s&?;])([\w.-]{2,40})=([^\s&#"]{4,})/g;
/** The third part of a token (RFC 7515 §3.1): without it the others let nobody in. */
const signature = /(?<![\w-])ey[\w-]{5,8000}\.[\w-]{0,8000}\.([\w-]{8,})/g;

/** Where in a text the credentials stand that have the names of such, and the signatures of tokens. */
export const credentialPlaces = (text: string): readonly Place[] => [
  ...jsonPlaces(text),
  ...Array.from(text.matchAll(formField)).flatMap(({ 0: field, 1: name = '', 2: value = '', index }) =>
    placeUnder(name, value, index + field.length - value.length),
  ),
  ...Array.from(text.matchAll(signature), ({ 0: token, 1: signed = '', index }): Place => [
    index + token.length - signed.length,
    index + token.length,
  ]),
];

/** The credentials that stand in a text under the names that such have, and the signatures of tokens, in the ways in which they may stand elsewhere. */
export const credentialsIn = (text: string): readonly string[] =>
  told(credentialPlaces(text).flatMap(([from, to]) => (to - from > longest ? [] : unquoted(text.slice(from, to)))));

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

/** One field behind the other: a hostile text is not looked through once for each of them. */
const jsonPlaces = (text: string): readonly Place[] => {
  const places: Place[] = [];
  const field = new RegExp(jsonField);
  for (let found = field.exec(text); found; found = field.exec(text)) {
    const [, name = '', slashes = ''] = found;
    if (privateKindOf(name) !== 'secret') continue;
    const from = field.lastIndex;
    const to = endOfString(text, from, slashes.length);
    places.push(...placeUnder(name, text.slice(from, to), from));
    field.lastIndex = to;
  }
  return places;
};

const placeUnder = (name: string, value: string, at: number): readonly Place[] => {
  if (privateKindOf(name) !== 'secret') return [];
  const secret = secretOf(value);
  const from = at + Math.max(0, value.lastIndexOf(secret));
  return secret.length < shortest ? [] : [[from, from + secret.length]];
};

/**
 * Where the text in a JSON string ends whose quotation mark has so many backslashes before it: at the next one that is no more escaped
 * than that (RFC 8259 §7). Each layer of quoting doubles what stands for a backslash.
 */
const endOfString = (text: string, from: number, slashes: number): number => {
  let run = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"' && run % (2 * slashes + 2) === slashes) return at - slashes;
    run = sign === '\\' ? run + 1 : 0;
  }
  return text.length;
};

/** A text from inside a JSON string, as it stands there and as it reads, layer by layer. */
const unquoted = (quoted: string): readonly string[] => {
  const read = decodedString(`"${quoted}"`);
  return !quoted.includes('\\') || read === `"${quoted}"` ? [quoted] : [quoted, ...unquoted(read)];
};

/** What is secret of a value: not the scheme in front of it, and of a token only what proves it. */
const secretOf = (value: string): string => {
  const bare =
    /^(?:basic|bearer|token|digest)\s+(\S.*)$/i.exec(value.trim())?.[1] ?? bearerToken(value) ?? value.trim();
  return /^ey[\w-]+\.[\w-]*\.([\w-]+)$/.exec(bare)?.[1] ?? bare;
};

/** What stands in the address where the harness put its mask. */
export const hiddenIn = (masked: string, target: string): readonly string[] => {
  if (!masked.includes(mask)) return [];
  const parts = masked.split(mask).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('([^/?&#]+)')}`).exec(target)?.slice(1) ?? [];
};
