import { decodeBase64 } from '#shared/text/base64.ts';
import { hexOf } from './evidence.ts';

/** The two numbers of a public key (RFC 8017 §3.1). */
export type RsaKey = { readonly modulus: bigint; readonly exponent: bigint };

type Piece = { readonly tag: number; readonly content: Uint8Array; readonly rest: Uint8Array };

/** One element of DER (X.690 §8.1), or null where the bytes are none. */
const pieceOf = (der: Uint8Array): Piece | null => {
  const [tag, first] = der;
  if (tag === undefined || first === undefined) return null;
  const size = first < 128 ? 0 : first - 128;
  if (size > 3) return null;
  const length = size === 0 ? first : der.subarray(2, 2 + size).reduce((sum, byte) => sum * 256 + byte, 0);
  const start = 2 + size;
  return start + length > der.length
    ? null
    : { tag, content: der.subarray(start, start + length), rest: der.subarray(start + length) };
};

const numberOf = (bytes: Uint8Array): bigint => (bytes.length === 0 ? 0n : BigInt(`0x${hexOf(bytes)}`));

/** The numbers of an RSA public key in its PEM (SPKI, RFC 5280 §4.1), or null. For looking only: nothing is trusted because of it. */
export const rsaKeyOf = (pem: string): RsaKey | null => {
  const decoded = decodeBase64(pem.replaceAll(/-----[^-]+-----|\s/g, ''));
  const whole = decoded.ok ? pieceOf(decoded.bytes) : null;
  const algorithm = whole && pieceOf(whole.content);
  const bits = algorithm && pieceOf(algorithm.rest);
  // A BIT STRING begins with the number of its unused bits.
  const pair = bits?.tag === 3 ? pieceOf(bits.content.subarray(1)) : null;
  const modulus = pair && pieceOf(pair.content);
  const exponent = modulus && pieceOf(modulus.rest);
  return exponent?.tag === 2 && modulus?.tag === 2
    ? { modulus: numberOf(modulus.content), exponent: numberOf(exponent.content) }
    : null;
};

const mostBits = 32;

const power = ({ modulus, exponent }: RsaKey, base: bigint): bigint => {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
};

/** Whether this key made the signature, whatever the text was: only then the frame of PKCS #1 v1.5 is inside (RFC 8017 §9.2). */
export const opensWith = (key: RsaKey, signature: Uint8Array): boolean => {
  if (key.modulus <= 1n || key.exponent <= 0n || key.exponent.toString(2).length > mostBits) return false;
  if (signature.length > 1024 || numberOf(signature) >= key.modulus) return false;
  const opened = power(key, numberOf(signature))
    .toString(16)
    .padStart(signature.length * 2, '0');
  return /^0001(?:ff){8,}00/.test(opened);
};
