import { bytesOf } from '#shared/exchange/body.ts';
import { encodeBase64Url } from '#shared/text/base64.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import type { DecodedJwt } from '#shared/trust/jwt.ts';

/** A text that may have been signed in place of the one that arrived. */
export type Rewriting = {
  readonly part: 'header' | 'payload' | 'both';
  /** What happened to it on its way, in a few words: `keys in another order`. */
  readonly words: string;
  /** The part as it may have been; of both, the payload. */
  readonly text: string;
  /** What the signature would be over. */
  readonly input: string;
};

type Written = readonly [words: string, text: string];

/** One line with spaces behind colons and commas, as Python writes it. */
const spaced = (value: Json): string => {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(spaced).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${spaced(each)}`)
    .join(', ')}}`;
};

/** Every unit beyond ASCII as \uXXXX. */
const asciiOf = (json: string): string =>
  json.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const htmlSafe = (json: string): string =>
  json.replaceAll(/[<>&\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const inStyles = (value: JsonObject, order: string): readonly Written[] => {
  const compact = JSON.stringify(value);
  const words = (style: string): string => [order, style].filter(Boolean).join(', ');
  return [
    [words(order === '' ? 'white space between the values was taken out or put in' : ''), compact],
    [words('white space behind colons and commas was taken out'), spaced(value)],
  ];
};

const styled = (value: JsonObject): readonly Written[] => {
  const compact = JSON.stringify(value);
  const pretty = (indent: number | string): string => JSON.stringify(value, null, indent);
  return [
    ['line breaks and indentation were taken out', pretty(2)],
    ['line breaks and indentation were taken out', pretty(4)],
    ['line breaks and indentation were taken out', pretty('\t')],
    ['letters beyond ASCII were escaped before, and are not any more', asciiOf(compact)],
    ['letters beyond ASCII were escaped before, and are not any more', asciiOf(spaced(value))],
    ['slashes were escaped before, and are not any more', compact.replaceAll('/', String.raw`\/`)],
    ['slashes were escaped before, and are not any more', asciiOf(compact.replaceAll('/', String.raw`\/`))],
    ['the signs < > & were escaped before, and are not any more', htmlSafe(compact)],
  ];
};

const reordered = (value: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])));

const permutations = (keys: readonly string[]): readonly (readonly string[])[] =>
  keys.length <= 1
    ? [keys]
    : keys.flatMap((first, at) => permutations(keys.toSpliced(at, 1)).map((rest) => [first, ...rest]));

const usualFirst = ['iss', 'appId', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'isAnonymous', 'userIdentity'];
const addedLast = ['iat', 'exp', 'nbf', 'aud', 'iss', 'sub', 'jti'];

const rank = (list: readonly string[], key: string): number => (list.includes(key) ? list.indexOf(key) : -1);

/** Orders in which the keys may have stood: all where they are few, the usual ones of libraries where they are many. */
const ordersOf = (keys: readonly string[]): readonly (readonly string[])[] => {
  if (keys.length <= 3) return permutations(keys);
  const late = (list: readonly string[]): readonly string[] => keys.toSorted((a, b) => rank(list, a) - rank(list, b));
  const sorted = keys.toSorted();
  const stamped = (ending: readonly string[]): readonly string[] => [
    ...keys.filter((key) => !ending.includes(key)),
    ...ending.filter((key) => keys.includes(key)),
  ];
  const usual = usualFirst.filter((key) => keys.includes(key));
  const others = keys.filter((key) => !usual.includes(key));
  const appFirst = ['appId', 'sub', 'iat', 'exp', 'jti'].filter((key) => keys.includes(key));
  return [
    sorted,
    sorted.toReversed(),
    keys.toReversed(),
    stamped(['iat', 'exp']),
    stamped(['exp', 'iat']),
    [...appFirst, ...keys.filter((key) => !appFirst.includes(key))],
    [...['sub', 'appId'].filter((key) => keys.includes(key)), ...keys.filter((key) => !['sub', 'appId'].includes(key))],
    [...usual, ...others],
    [...others, ...usual],
    late(addedLast),
    ...(keys.length === 4 ? permutations(keys) : []),
  ];
};

const most = 48;
/** Of both parts together: each costs a MAC. */
const mostRewritings = 64;

/** What the text of one part may have been before somebody read it and wrote it again. */
const earlierTexts = (arrived: string, value: JsonObject): readonly Written[] => {
  const moved = ordersOf(Object.keys(value)).map((keys) => reordered(value, keys));
  const all: readonly Written[] = [
    ['a line feed at its end was taken away', `${arrived}\n`],
    ['a line break at its end was taken away', `${arrived}\r\n`],
    ['a line break at its end was put there', arrived.trimEnd()],
    ['CR and LF became LF', arrived.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')],
    ['LF became CR and LF', arrived.replaceAll('\r\n', '\n')],
    ['a byte order mark before it was taken away', `\u{feff}${arrived}`],
    ...inStyles(value, ''),
    ...styled(value),
    ['letters were composed in another way (Unicode NFC)', arrived.normalize('NFC')],
    ['letters were composed in another way (Unicode NFD)', arrived.normalize('NFD')],
    ...moved.map((each): Written => ['keys in another order', JSON.stringify(each)]),
    ...moved.map((each): Written => ['keys in another order, white space', spaced(each)]),
  ];
  const seen = new Set([arrived]);
  return all.filter(([, text]) => !seen.has(text) && seen.add(text)).slice(0, most);
};

const encoded = (text: string): string => encodeBase64Url(bytesOf(text));

const latin1 = (text: string): string | null =>
  /[\u0080-\u00ff]/.test(text) && !/[^\0-\u00ff]/.test(text)
    ? encodeBase64Url(Uint8Array.from(text, (unit) => unit.charCodeAt(0)))
    : null;

const padded = (text: string): string => text.padEnd(Math.ceil(text.length / 4) * 4, '=');

const base64 = (text: string): string => padded(text).replaceAll('-', '+').replaceAll('_', '/');

const headersOf = ({ json, decoded }: DecodedJwt['header']): readonly Written[] =>
  json === null || decoded === null ? [] : earlierTexts(decoded, json).slice(0, 12);

/**
 * What the signature may be over where it does not match what arrived: each part read as JSON and written in another way, the likeliest
 * first. Empty where the parts cannot be read.
 */
export const rewritingsOf = ({ header, payload }: DecodedJwt): readonly Rewriting[] => {
  if (payload.json === null || payload.decoded === null) return [];
  const { decoded } = payload;
  const texts = earlierTexts(decoded, payload.json);
  const narrow = latin1(decoded);
  const alike = [
    ['padding with = was taken away', `${padded(header.text)}.${padded(payload.text)}`],
    ['base64 became base64url', `${base64(header.text)}.${base64(payload.text)}`],
  ] as const;
  return [
    ...texts.slice(0, 12).map(([words, text]): Rewriting => ofPayload(words, text, header.text)),
    ...alike.map(([words, input]): Rewriting => ({ part: 'both', words, text: decoded, input })),
    ...(narrow === null
      ? []
      : [
          {
            part: 'payload' as const,
            words: 'the character set: Latin-1 became UTF-8',
            text: decoded,
            input: `${header.text}.${narrow}`,
          },
        ]),
    ...headersOf(header).map(([words, text]): Rewriting => ({
      part: 'header',
      words,
      text,
      input: `${encoded(text)}.${payload.text}`,
    })),
    ...texts.slice(12).map(([words, text]): Rewriting => ofPayload(words, text, header.text)),
  ]
    .filter(({ input }) => input !== `${header.text}.${payload.text}`)
    .slice(0, mostRewritings);
};

const ofPayload = (words: string, text: string, header: string): Rewriting => ({
  part: 'payload',
  words,
  text,
  input: `${header}.${encoded(text)}`,
});
