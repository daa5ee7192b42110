import { createPrivateKey, generateKeyPair, sign, type JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import { createTokenCrypto } from '#main/io/token-crypto.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { ForgeCrypto } from '#shared/trust/attack/attack.ts';

const generate = promisify(generateKeyPair);

/** Signing with any key at all, for tokens that have to be refused. */
export const createForgeCrypto = (): ForgeCrypto => {
  let pair: ReturnType<ForgeCrypto['freshPair']> | null = null;
  return {
    mac: createTokenCrypto().mac,
    signRsa: async (hash, privateKey, bytes) => sign(hash.replace('-', ''), bytes, createPrivateKey(privateKey)),
    // One for each battery: a pair takes a moment, and nobody has it either way.
    freshPair: () => (pair ??= makePair()),
  };
};

const makePair = async (): ReturnType<ForgeCrypto['freshPair']> => {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048 });
  const jwk: JsonWebKey = publicKey.export({ format: 'jwk' });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    jwk: { ...(jwk as JsonObject), use: 'sig', alg: 'RS256' },
  };
};
