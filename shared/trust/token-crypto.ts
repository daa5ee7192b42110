/** The algorithms that an HMAC-signed channel token may use (RFC 7518 §3.2). */
export type HmacAlgorithm = 'HS256' | 'HS512';

/**
 * What meaning needs of cryptography, handed in from outside (shared/ has none of its own).
 * Secrets are text and are used as their UTF-8 bytes, as they stand.
 */
export type TokenCrypto = {
  /** Signs a compact JWS (RFC 7515 §7.1) over exactly the JSON of `header` and `claims`. Refuses an empty secret. */
  readonly sign: (
    header: Readonly<Record<string, unknown>> & { readonly alg: HmacAlgorithm },
    claims: Readonly<Record<string, unknown>>,
    secret: string,
  ) => Promise<string>;
  /** True when the signature over the token's first two parts, as received, is this secret's. One algorithm only, never the token's own choice. */
  readonly isSignedBy: (token: string, algorithm: HmacAlgorithm, secret: string) => Promise<boolean>;
};
