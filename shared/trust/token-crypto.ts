/** The algorithms that an HMAC-signed channel token may use (RFC 7518 §3.2). */
export type HmacAlgorithm = 'HS256' | 'HS512';

/** The algorithms with a key pair (RFC 7518 §3.3): signed with the private key, checked with the public one. */
export type RsaAlgorithm = 'RS256' | 'RS512';

export type TokenAlgorithm = HmacAlgorithm | RsaAlgorithm;

/** The hashes of HS256, HS384 and HS512, as Web Crypto names them. */
export type MacHash = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** True for the algorithms that one secret serves on both sides. */
export const isHmac = (algorithm: unknown): algorithm is HmacAlgorithm =>
  algorithm === 'HS256' || algorithm === 'HS512';

/** True for the algorithms that need a key pair. */
export const isRsa = (algorithm: unknown): algorithm is RsaAlgorithm => algorithm === 'RS256' || algorithm === 'RS512';

/**
 * What meaning needs of cryptography, handed in from outside (shared/ has none of its own). A key is a text: for HMAC the secret, used
 * as its UTF-8 bytes, as it stands; for RSA a PEM, PKCS#8 to sign and SPKI to verify (RFC 7468 §10 and §13).
 */
export type TokenCrypto = {
  /** Signs a compact JWS (RFC 7515 §7.1) over exactly the JSON of `header` and `claims`. Refuses a key for which `keyProblem` has a sentence. */
  readonly sign: (
    header: Readonly<Record<string, unknown>> & { readonly alg: TokenAlgorithm },
    claims: Readonly<Record<string, unknown>>,
    key: string,
  ) => Promise<string>;
  /**
   * True when the signature over the token's first two parts, as received, is this key's. One algorithm only, never the token's own choice.
   * False where a part holds anything but base64url without padding (RFC 7515 §2).
   * Refuses a key for which `keyProblem` has a sentence.
   */
  readonly isSignedBy: (token: string, algorithm: TokenAlgorithm, key: string) => Promise<boolean>;
  /** One sentence when the key cannot be used so, else null. Never throws, and never repeats a part of the key. */
  readonly keyProblem: (algorithm: TokenAlgorithm, use: 'sign' | 'verify', key: string) => Promise<string | null>;
  /** HMAC (RFC 2104) over bytes with a key of bytes, which may be empty: only for finding out how a token was made, never for trusting it. */
  readonly mac: (hash: MacHash, key: Uint8Array, bytes: Uint8Array) => Promise<Uint8Array>;
  /** Whether `mac` is the HMAC of these bytes; compared in constant time. */
  readonly isMac: (hash: MacHash, key: Uint8Array, bytes: Uint8Array, mac: Uint8Array) => Promise<boolean>;
};
