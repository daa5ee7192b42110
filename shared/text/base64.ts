/** What decoding gave: bytes, or one sentence about the first thing that is wrong and where (a 0-based index). */
export type Base64Result =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly problem: string; readonly at: number };

const common = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const base64Alphabet = `${common}+/`;
const base64UrlAlphabet = `${common}-_`;

const indexOf = (alphabet: string): ReadonlyMap<string, number> =>
  new Map(Array.from(alphabet).map((character, value) => [character, value]));
const base64Values = indexOf(base64Alphabet);
const base64UrlValues = indexOf(base64UrlAlphabet);

const encode = (bytes: Uint8Array, alphabet: string, pad: string): string => {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at);
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digit = (shift: number): string => alphabet.charAt((bits >> shift) & 63);
    groups.push(digit(18), digit(12), left > 1 ? digit(6) : pad, left > 2 ? digit(0) : pad);
  }
  return groups.join('');
};

const decode = (text: string, values: ReadonlyMap<string, number>): Base64Result => {
  if (text.length % 4 === 1) return { ok: false, problem: 'The last character is left over.', at: text.length - 1 };
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let filled = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values.get(text.charAt(at));
    if (value === undefined) return { ok: false, problem: `Character ${at + 1} is not of this alphabet.`, at };
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
export const encodeBase64 = (bytes: Uint8Array): string => encode(bytes, base64Alphabet, '=');

/** Bytes as base64url without padding (RFC 4648 §5, as RFC 7515 §2 uses it). */
export const encodeBase64Url = (bytes: Uint8Array): string => encode(bytes, base64UrlAlphabet, '');

/** The bytes of base64 (RFC 4648 §4). Refuses missing or odd padding, other characters (white space too) and stray bits at the end. */
export const decodeBase64 = (text: string): Base64Result => {
  if (text.length % 4 !== 0)
    return { ok: false, problem: 'The length is not a multiple of 4: padding is missing.', at: text.length };
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return decode(text.slice(0, text.length - padding), base64Values);
};

/** The bytes of base64url without padding (RFC 7515 §2). Refuses padding, `+`, `/`, other characters and stray bits at the end. */
export const decodeBase64Url = (text: string): Base64Result => decode(text, base64UrlValues);
