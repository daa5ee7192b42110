import { createHash, webcrypto } from 'node:crypto';
import { CompactSign, compactVerify, errors } from 'jose';
import type { HmacAlgorithm, TokenCrypto } from '#shared/trust/token-crypto.ts';

/** How many keys are held: a bench has a few channels, and a hostile settings file must not fill the memory. */
const keyLimit = 64;

const hashes: Readonly<Record<HmacAlgorithm, string>> = { HS256: 'SHA-256', HS512: 'SHA-512' };

/** Real client secrets may be shorter than RFC 7518 §3.2 asks for; the platform takes them, so they are taken here. */
const importKey = async (secret: string, algorithm: HmacAlgorithm): Promise<webcrypto.CryptoKey> => {
  if (secret === '') throw new RangeError('An empty secret cannot sign or verify a token: enter the client secret.');
  return webcrypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: hashes[algorithm] },
    false,
    ['sign', 'verify'],
  );
};

/** Signing and verifying with jose. A key is imported once for each secret and algorithm, the least used one is let go. */
export const createTokenCrypto = (): TokenCrypto => {
  // By digest: a dump of this map shows no secret.
  const keys = new Map<string, Promise<webcrypto.CryptoKey>>();

  const keyOf = (secret: string, algorithm: HmacAlgorithm): Promise<webcrypto.CryptoKey> => {
    const name = `${algorithm} ${createHash('sha256').update(secret).digest('base64')}`;
    const key = keys.get(name) ?? importKey(secret, algorithm);
    keys.delete(name);
    keys.set(name, key);
    key.catch(() => keys.delete(name));
    const oldest = keys.keys().next().value;
    if (keys.size > keyLimit && oldest !== undefined) keys.delete(oldest);
    return key;
  };

  return {
    sign: async (header, claims, secret) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader(header)
        .sign(await keyOf(secret, header.alg)),

    isSignedBy: async (token, algorithm, secret) => {
      const key = await keyOf(secret, algorithm);
      try {
        await compactVerify(token, key, { algorithms: [algorithm] });
        return true;
      } catch (error) {
        if (error instanceof errors.JOSEError) return false;
        throw error;
      }
    },
  };
};
