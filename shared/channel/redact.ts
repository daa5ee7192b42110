import { encodeBase64, encodeBase64Url } from '#shared/text/base64.ts';
import { wellFormed } from '#shared/text/well-formed.ts';

/** What stands where a secret stood. */
export const mask = '••••••';

/**
 * The text with every one of the secrets masked: as they are and without white space around them; with any of their characters
 * percent-encoded, once or twice, in digits of either case, a space also as `+` (RFC 3986 §2.1, WHATWG URL §5.2); and as base64 of
 * either alphabet (RFC 4648). Secrets shorter than 4 characters are left: masking them would only garble the text.
 */
export const redact = (text: string, secrets: readonly string[]): string => {
  if (secrets.length === 0) return text;
  const { shortest, spellings } = spellingsOf(secrets);
  return text.length < shortest || spellings === null ? text : text.replace(spellings, mask);
};

/** A stretch of a text or of bytes; the end is behind it. */
export type Place = readonly [from: number, to: number];

/** Where what `redact` masks stands in the text, in order. */
export const secretPlaces = (text: string, secrets: readonly string[]): readonly Place[] => {
  if (secrets.length === 0) return [];
  const { shortest, spellings } = spellingsOf(secrets);
  if (text.length < shortest || spellings === null) return [];
  return Array.from(text.matchAll(spellings), ({ 0: found, index }): Place => [index, index + found.length]);
};

/** No spelling of a secret is shorter than the secret itself. */
type Spellings = { readonly shortest: number; readonly spellings: RegExp | null };

/** Every exchange asks for the same few lists, and a pattern takes milliseconds to make: it lasts as long as its list. */
const known = new WeakMap<readonly string[], Spellings>();

const spellingsOf = (secrets: readonly string[]): Spellings => {
  const before = known.get(secrets);
  if (before) return before;
  const texts = secrets.flatMap((secret) => [secret, secret.trim()]).filter((secret) => secret.length >= 4);
  const longestFirst = [...new Set(texts)].toSorted((one, other) => other.length - one.length);
  const made = {
    shortest: longestFirst.at(-1)?.length ?? Infinity,
    spellings: longestFirst.length === 0 ? null : new RegExp(longestFirst.flatMap(patternsOf).join('|'), 'g'),
  };
  known.set(secrets, made);
  return made;
};

const patternsOf = (secret: string): readonly string[] => {
  const bytes = new TextEncoder().encode(secret);
  return [secret, encodeBase64(bytes), encodeBase64Url(bytes)].map((each) => Array.from(each, spelt).join(''));
};

/** A character as it is, or its bytes percent-encoded; the percent sign may be encoded once more. */
const spelt = (character: string): string => {
  const bytes = Array.from(new TextEncoder().encode(wellFormed(character)), (byte) => `%(?:25)?${digitsOf(byte)}`);
  const plain = character.replaceAll(/[^\w\s\u0080-\uffff]/g, String.raw`\$&`);
  return `(?:${plain}|${bytes.join('')}${character === ' ' ? String.raw`|\+` : ''})`;
};

const digitsOf = (byte: number): string =>
  byte
    .toString(16)
    .padStart(2, '0')
    .replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
