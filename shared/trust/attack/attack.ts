import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { MacHash } from '#shared/trust/token-crypto.ts';

/** One hostile or wrong credential of the battery, in words. No sentence holds a secret. */
export type AttackWords = {
  /** A stable code, from the general to the special: `jwt.alg-none`. */
  readonly id: string;
  /** A few words: "alg none". */
  readonly title: string;
  /** One sentence: what is sent. */
  readonly tries: string;
  /** One sentence: what a careful endpoint makes of it, and who says so. */
  readonly expects: string;
};

/** What has to be sent for it, in this order: the answer to the last one counts. Or one sentence why it does not apply here. */
export type Prepared = { readonly requests: readonly RawRequest[] } | { readonly skipped: string };

/** An attack on one endpoint, ready to be made. */
export type Attack = AttackWords & { readonly prepare: () => Promise<Prepared> };

/** The cryptography that forging takes, with keys that no careful code would take. */
export type ForgeCrypto = {
  readonly mac: (hash: MacHash, key: Uint8Array, bytes: Uint8Array) => Promise<Uint8Array>;
  /** RSASSA-PKCS1-v1_5 (RFC 7518 §3.3) with a private key as PEM (PKCS#8). */
  readonly signRsa: (hash: MacHash, privateKey: string, bytes: Uint8Array) => Promise<Uint8Array>;
  /** A pair that nobody else has: the private key as PEM, the public one as a JWK (RFC 7517 §4). */
  readonly freshPair: () => Promise<{ readonly privateKey: string; readonly jwk: JsonObject }>;
};
