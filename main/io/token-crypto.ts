import { createHash, createHmac, timingSafeEqual, webcrypto } from 'node:crypto';
import { CompactSign, compactVerify, errors, importPKCS8, importSPKI } from 'jose';
import { pemProblem } from '#shared/trust/pem.ts';
import {
  isHmac,
  type HmacAlgorithm,
  type MacHash,
  type TokenAlgorithm,
  type TokenCrypto,
} from '#shared/trust/token-crypto.ts';

/** How many keys are held: a bench has a few channels, and a hostile settings file must not fill the memory. */
const keyLimit = 64;

/** RFC 7518 §3.3: a key of this size or larger must be used. */
const leastRsaBits = 2048;

type Use = 'sign' | 'verify';

const hashes: Readonly<Record<HmacAlgorithm, string>> = { HS256: 'SHA-256', HS512: 'SHA-512' };

const nodeHashes: Readonly<Record<MacHash, string>> = { 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' };

/** What decoding tolerates depends on the runtime (padding, white space): what stands here does not. */
const compactForm = /^[\w-]+\.[\w-]*\.[\w-]*$/;

const macOf = (hash: MacHash, key: Uint8Array, bytes: Uint8Array): Buffer =>
  createHmac(nodeHashes[hash], key).update(bytes).digest();

/** Real client secrets may be shorter than RFC 7518 §3.2 asks for; the platform takes them, so they are taken here. */
const importSecret = async (secret: string, algorithm: HmacAlgorithm): Promise<webcrypto.CryptoKey> => {
  if (secret === '') throw new RangeError('An empty secret cannot sign or verify a token: enter the client secret.');
  return webcrypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: hashes[algorithm] },
    false,
    ['sign', 'verify'],
  );
};

const importPem = async (pem: string, algorithm: TokenAlgorithm, use: Use): Promise<webcrypto.CryptoKey> => {
  const problem = pemProblem(pem, use === 'sign' ? 'PRIVATE KEY' : 'PUBLIC KEY');
  if (problem !== null) throw new RangeError(problem);
  const key = await (use === 'sign' ? importPKCS8 : importSPKI)(pem.trim(), algorithm).catch((cause: unknown) => {
    throw new RangeError('The key is damaged, or it is not an RSA key.', { cause });
  });
  const bits = 'modulusLength' in key.algorithm ? Number(key.algorithm.modulusLength) : 0;
  if (bits < leastRsaBits)
    throw new RangeError(
      `The key has ${String(bits)} bits, but ${algorithm} needs ${String(leastRsaBits)} or more (RFC 7518 §3.3).`,
    );
  return key;
};

const importKey = (text: string, algorithm: TokenAlgorithm, use: Use): Promise<webcrypto.CryptoKey> =>
  isHmac(algorithm) ? importSecret(text, algorithm) : importPem(text, algorithm, use);

/** Signing and verifying with jose. A key is imported once for each text, algorithm and use; the least used one is let go. */
export const createTokenCrypto = (): TokenCrypto => {
  // By digest: a dump of this map shows no secret.
  const keys = new Map<string, Promise<webcrypto.CryptoKey>>();

  const keyOf = (text: string, algorithm: TokenAlgorithm, use: Use): Promise<webcrypto.CryptoKey> => {
    const name = `${algorithm} ${isHmac(algorithm) ? '' : use} ${createHash('sha256').update(text).digest('base64')}`;
    const key = keys.get(name) ?? importKey(text, algorithm, use);
    keys.delete(name);
    keys.set(name, key);
    key.catch(() => keys.delete(name));
    const oldest = keys.keys().next().value;
    if (keys.size > keyLimit && oldest !== undefined) keys.delete(oldest);
    return key;
  };

  return {
    sign: async (header, claims, key) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader(header)
        .sign(await keyOf(key, header.alg, 'sign')),

    isSignedBy: async (token, algorithm, text) => {
      const key = await keyOf(text, algorithm, 'verify');
      if (!compactForm.test(token)) return false;
      try {
        await compactVerify(token, key, { algorithms: [algorithm] });
        return true;
      } catch (error) {
        if (error instanceof errors.JOSEError) return false;
        throw error;
      }
    },

    keyProblem: async (algorithm, use, key) => {
      try {
        await keyOf(key, algorithm, use);
        return null;
      } catch (error) {
        if (error instanceof RangeError) return error.message;
        throw error;
      }
    },

    mac: async (hash, key, bytes) => new Uint8Array(macOf(hash, key, bytes)),

    isMac: async (hash, key, bytes, mac) => {
      const own = macOf(hash, key, bytes);
      return own.byteLength === mac.byteLength && timingSafeEqual(own, mac);
    },
  };
};
