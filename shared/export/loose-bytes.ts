import { decodeBase64Url } from '#shared/text/base64.ts';

/** The bytes of base64 in either alphabet, padded or not; null where it is none. */
export const looseBase64 = (text: string): Uint8Array | null => {
  const plain = text.trim().replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const decoded = decodeBase64Url(plain);
  return decoded.ok ? decoded.bytes : null;
};

/** The bytes of hexadecimal digits; null where they are none. */
export const looseHex = (text: string): Uint8Array | null =>
  /^(?:[\da-f]{2})+$/i.test(text)
    ? Uint8Array.from(text.match(/../g) ?? [], (each) => Number.parseInt(each, 16))
    : null;
