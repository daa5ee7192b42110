import { bytesOf } from '#shared/exchange/body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { encodeBase64Url } from '#shared/text/base64.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import type { AttackWords, ForgeCrypto, Prepared } from '#shared/trust/attack/attack.ts';
import { withText } from '#shared/trust/attack/place.ts';
import { isRsa, type MacHash, type TokenAlgorithm } from '#shared/trust/token-crypto.ts';
import type { JwtModel } from '#shared/trust/trust-model.ts';

/** What a hostile token is made from: a request that is valid now, and its token taken apart. */
export type Forge = {
  readonly control: RawRequest;
  readonly model: JwtModel;
  /** The valid token, its header and its claims. */
  readonly token: string;
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** Whole seconds since 1970. */
  readonly seconds: number;
  readonly id: () => string;
  readonly crypto: ForgeCrypto;
};

/** An attack on an endpoint that wants a signed token. */
export type JwtAttack = AttackWords & { readonly forge: (forge: Forge) => Promise<Prepared> };

/** What goes behind the second dot, made of the bytes before it. */
export type Signer = (signed: Uint8Array) => Promise<Uint8Array>;

const part = (value: JsonObject): string => encodeBase64Url(bytesOf(JSON.stringify(value)));

/** A compact JWS (RFC 7515 §7.1) with any header: nothing is checked, that is the point of it. */
export const writeToken = async (header: JsonObject, claims: JsonObject, signer: Signer): Promise<string> => {
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${encodeBase64Url(await signer(bytesOf(signed)))}`;
};

export const hashOf = (algorithm: TokenAlgorithm): MacHash => (algorithm.endsWith('512') ? 'SHA-512' : 'SHA-256');

/** Signs as the channel does. */
export const ownSigner =
  ({ model, crypto }: Forge, algorithm: TokenAlgorithm = model.algorithm): Signer =>
  (bytes) =>
    isRsa(algorithm)
      ? crypto.signRsa(hashOf(algorithm), model.signingKey, bytes)
      : crypto.mac(hashOf(algorithm), bytesOf(model.signingKey), bytes);

/** HMAC-SHA256 with any text as its secret. */
export const macSigner =
  ({ crypto }: Forge, secret: string, hash: MacHash = 'SHA-256'): Signer =>
  (bytes) =>
    crypto.mac(hash, bytesOf(secret), bytes);

export const unsigned: Signer = async () => new Uint8Array();

/** The control with this token in the place of its own. */
export const withToken = ({ control, model }: Forge, token: string): RawRequest => withText(control, model.spot, token);

/** The control with a token of this header and these claims, over those that it has. A claim or parameter that is undefined is left out. */
export const forged = async (
  forge: Forge,
  change: {
    readonly header?: Readonly<Record<string, Json | undefined>>;
    readonly claims?: Readonly<Record<string, Json | undefined>>;
    readonly signer?: Signer;
  },
): Promise<Prepared> => {
  const header = changed(forge.header, change.header ?? {});
  const claims = changed(forge.claims, change.claims ?? {});
  return { requests: [withToken(forge, await writeToken(header, claims, change.signer ?? ownSigner(forge)))] };
};

const changed = (object: JsonObject, over: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(
    Object.entries({ ...object, ...over }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
