/** What decoding gave: bytes, or one sentence about the first thing that is wrong and where (a 0-based index). */
export type Base64Result =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly problem: string; readonly at: number };

const common = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const base64Alphabet = `${common}+/`;
const base64UrlAlphabet = `${common}-_`;

/** By the code of a character; -1 for what is not of the alphabet. */
const valuesOf = (alphabet: string): Int8Array => {
  const values = new Int8Array(128).fill(-1);
  for (const [value, character] of Array.from(alphabet).entries()) values[character.charCodeAt(0)] = value;
  return values;
};
const base64Values = valuesOf(base64Alphabet);
const base64UrlValues = valuesOf(base64UrlAlphabet);

const codesOf = (alphabet: string): Uint8Array => new TextEncoder().encode(alphabet);
const base64Codes = codesOf(base64Alphabet);
const base64UrlCodes = codesOf(base64UrlAlphabet);
const padding = '='.charCodeAt(0);

/** Written as bytes, not as strings: bodies have megabytes. */
const encode = (bytes: Uint8Array, codes: Uint8Array, isPadded: boolean): string => {
  const left = bytes.length % 3;
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let filled = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text[filled] = codes[(bits >> 18) & 63] ?? 0;
    text[filled + 1] = codes[(bits >> 12) & 63] ?? 0;
    text[filled + 2] = codes[(bits >> 6) & 63] ?? 0;
    text[filled + 3] = codes[bits & 63] ?? 0;
    filled += 4;
  }
  const over = left === 0 ? 0 : 3 - left;
  if (isPadded) text.fill(padding, filled - over);
  return new TextDecoder('utf-8').decode(isPadded ? text : text.subarray(0, filled - over));
};

const decode = (text: string, values: Int8Array): Base64Result => {
  if (text.length % 4 === 1) return { ok: false, problem: 'The last character is left over.', at: text.length - 1 };
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let filled = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values[text.charCodeAt(at)] ?? -1;
    if (value < 0) return { ok: false, problem: `Character ${at + 1} is not of this alphabet.`, at };
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[filled] = (bits >> held) & 255;
      filled += 1;
    }
  }
  // RFC 4648 §3.5: two texts must not stand for the same bytes.
  if ((bits & ((1 << held) - 1)) !== 0)
    return { ok: false, problem: 'The last character has bits that belong to no byte.', at: text.length - 1 };
  return { ok: true, bytes };
};

/** Bytes as base64 with padding (RFC 4648 §4). */
export const encodeBase64 = (bytes: Uint8Array): string => encode(bytes, base64Codes, true);

/** Bytes as base64url without padding (RFC 4648 §5, as RFC 7515 §2 uses it). */
export const encodeBase64Url = (bytes: Uint8Array): string => encode(bytes, base64UrlCodes, false);

/** The bytes of base64 (RFC 4648 §4). Refuses missing or odd padding, other characters (white space too) and stray bits at the end. */
export const decodeBase64 = (text: string): Base64Result => {
  if (text.length % 4 !== 0)
    return { ok: false, problem: 'The length is not a multiple of 4: padding is missing.', at: text.length };
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return decode(text.slice(0, text.length - padding), base64Values);
};

/** The bytes of base64url without padding (RFC 7515 §2). Refuses padding, `+`, `/`, other characters and stray bits at the end. */
export const decodeBase64Url = (text: string): Base64Result => decode(text, base64UrlValues);
