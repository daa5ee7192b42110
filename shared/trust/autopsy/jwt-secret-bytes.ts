import { decodeBase64Url } from '#shared/text/base64.ts';

/** The bytes of a text in UTF-8, which is how a secret signs. */
export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const alphabet64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The last character as it would be with only those bits that fill a byte: most decoders drop the others. */
const withoutStrayBits = (text: string): string => {
  const kept = text.length % 4 === 3 ? 0b11_1100 : text.length % 4 === 2 ? 0b11_0000 : 0b11_1111;
  return alphabet64.charAt(alphabet64.indexOf(text.at(-1) ?? 'A') & kept);
};

/** What lenient decoders make of a text in this alphabet, or null. */
export const fromBase64 = (text: string, alphabet: RegExp): Uint8Array | null => {
  const bare = text.trim().replaceAll(/\s/g, '').replace(/=+$/, '');
  if (bare === '' || !alphabet.test(bare)) return null;
  const url = bare.replaceAll('+', '-').replaceAll('/', '_');
  const whole = url.length % 4 === 1 ? url.slice(0, -1) : url;
  const decoded = decodeBase64Url(whole.slice(0, -1) + withoutStrayBits(whole));
  return decoded.ok ? decoded.bytes : null;
};

/** Pairs of hex digits as bytes, whatever stands between them, or null. */
export const fromHex = (text: string): Uint8Array | null => {
  const bare = text
    .trim()
    .replace(/^0x/i, '')
    .replaceAll(/[\s:-]/g, '');
  return bare.length >= 2 && bare.length % 2 === 0 && /^[\da-f]+$/i.test(bare)
    ? Uint8Array.from(bare.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    : null;
};

/** Two bytes for each unit, without a mark. */
export const utf16 = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from({ length: text.length * 2 }, (_, at) => {
      const unit = text.charCodeAt(at >> 1);
      return (at % 2 === 0) === isLittle ? unit & 255 : unit >> 8;
    }),
  );

/** One byte for each letter, or null where that changes nothing or cannot be. */
export const latin1 = (text: string): Uint8Array | null =>
  /[\u0080-\u00ff]/.test(text) && !/[^\0-\u00ff]/.test(text)
    ? Uint8Array.from(text, (character) => character.charCodeAt(0))
    : null;

/** URL-decoded; as it is where it cannot be. */
export const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** As templates write it into a page. */
export const htmlEscaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
