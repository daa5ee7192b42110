import type { JsonObject } from '#shared/text/json.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';
import type { TokenAlgorithm } from '#shared/trust/token-crypto.ts';

/** Where in a request a credential is to stand. */
export type CredentialSpot =
  /** `scheme`, where a word goes before it: `Bearer` (RFC 9110 §11.1). */
  | { readonly in: 'header'; readonly name: string; readonly scheme?: string }
  | { readonly in: 'query'; readonly name: string }
  /** By JSON Pointer (RFC 6901), in a JSON body. */
  | { readonly in: 'body'; readonly pointer: string }
  /** The named value of a path template, as `matchPath` reads it. */
  | { readonly in: 'path'; readonly template: string; readonly name: string };

/** A text that is compared as it stands: verify token, query token, access key, secret in a path. */
export type TextCredential = {
  /** As a person calls it, in lower case: `verify token`. */
  readonly name: string;
  readonly spot: CredentialSpot;
  /** What the channel expects; empty where it has none. */
  readonly expected: string;
  /** The setting that holds it. */
  readonly setting: string;
  readonly isSecret: boolean;
};

/** A signed token, and what the platform asks of it. */
export type JwtModel = {
  readonly kind: 'jwt';
  readonly spot: Extract<CredentialSpot, { in: 'header' }>;
  readonly algorithm: TokenAlgorithm;
  /** The secret of an HMAC algorithm; the public key as PEM of an RSA one. */
  readonly key: string;
  /** What signs a new token: the secret, or the private key as PEM; empty where the channel has none. */
  readonly signingKey: string;
  /** The setting that holds the key. */
  readonly keySetting: string;
  /** The public key, where the channel has one whatever its algorithm: for key confusion. */
  readonly publicKey: string;
  /** Claims that name the app: any of `names`, the first one as documented. */
  readonly app: { readonly names: readonly string[]; readonly value: string };
  /** Ids that are put there by mistake, by what they are called: bot id. */
  readonly otherIds: Readonly<Record<string, string>>;
  readonly requiresJti: boolean;
  /** What `userIdentity` has to be where it is there; null: not looked at. */
  readonly userIdentity: string | null;
  readonly allowsAnonymous: boolean;
};

/** The trust model that applies to a request: what has to be right for it to be accepted. */
export type TrustModel = (JwtModel | { readonly kind: 'texts'; readonly credentials: readonly TextCredential[] }) & {
  /** What is wrong with this request apart from its credential, as far as the platform can tell from it: address, mode, body. */
  readonly besides?: readonly Cause[];
};

/** A channel as an autopsy knows it: also the others of the bench, whose credentials may have been used by mistake. */
export type KnownChannel = {
  readonly id: string;
  readonly name: string;
  readonly platformName: string;
  readonly settings: JsonObject;
  readonly model: TrustModel;
};
