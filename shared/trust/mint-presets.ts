import type { JsonObject } from '#shared/text/json.ts';
import type { TokenCrypto } from '#shared/trust/token-crypto.ts';
import type { JwtModel } from '#shared/trust/trust-model.ts';
import { encodeBase64Url } from '#shared/text/base64.ts';
import { bytesOf } from '#shared/exchange/body.ts';

/** Seconds that a new token lasts. */
const lifetime = 300;

/** Something to make a token of: its claims, and what is wrong with it on purpose. */
export type MintPreset = {
  readonly id: string;
  readonly title: string;
  /** One sentence: what the platform ought to make of it. */
  readonly summary: string;
  /** `now` in whole seconds since 1970. */
  readonly claims: (valid: JsonObject, now: number) => JsonObject;
  /** `channel`: signed as it should be; `wrong`: with a key that nobody has; `none`: not signed (RFC 7515 appendix A.5). */
  readonly key: 'channel' | 'wrong' | 'none';
};

const same = (valid: JsonObject): JsonObject => valid;

const without = (claims: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(claims).filter(([each]) => each !== name));

/** The tokens that a tester wants at hand, the valid one first. */
export const mintPresets: readonly MintPreset[] = [
  { id: 'valid', title: 'Valid', summary: 'Accepted.', claims: same, key: 'channel' },
  {
    id: 'expired',
    title: 'Expired',
    summary: 'Refused: exp is one hour past.',
    claims: (valid, now) => ({ ...valid, iat: now - 7200, exp: now - 3600 }),
    key: 'channel',
  },
  {
    id: 'not-yet',
    title: 'Not valid yet',
    summary: 'nbf is one hour ahead: whether it is looked at depends on the platform.',
    claims: (valid, now) => ({ ...valid, nbf: now + 3600 }),
    key: 'channel',
  },
  {
    id: 'no-expiry',
    title: 'Without end',
    summary: 'There is no exp: the token is good for ever where that is allowed.',
    claims: (valid) => without(valid, 'exp'),
    key: 'channel',
  },
  {
    id: 'milliseconds',
    title: 'Times in milliseconds',
    summary: 'iat and exp are a thousand times too large, a common mistake (RFC 7519 §2 wants seconds).',
    claims: (valid, now) => ({ ...valid, iat: now * 1000, exp: (now + lifetime) * 1000 }),
    key: 'channel',
  },
  {
    id: 'wrong-secret',
    title: 'Wrong key',
    summary: 'Refused: the signature does not match.',
    claims: same,
    key: 'wrong',
  },
  { id: 'unsigned', title: 'Not signed', summary: 'Refused: alg is none (RFC 8725 §3.2).', claims: same, key: 'none' },
  {
    id: 'other-app',
    title: 'Another app',
    summary: 'Refused: the claim that names the app has another value.',
    claims: (valid) => ({
      ...valid,
      ...Object.fromEntries(appNamesIn(valid).map((name) => [name, 'cs-of-another-app'])),
    }),
    key: 'channel',
  },
  {
    id: 'same-jti',
    title: 'The same jti each time',
    summary: 'Refused the second time, where the app enforces jti.',
    claims: (valid) => ({ ...valid, jti: 'the-same-each-time' }),
    key: 'channel',
  },
];

const appNamesIn = (claims: JsonObject): readonly string[] => ['appId', 'iss'].filter((name) => name in claims);

/** The claims of a valid token for this model, with a fresh jti where one is wanted. `now` in milliseconds since 1970. */
export const validClaims = (
  { app, requiresJti, userIdentity }: JwtModel,
  { now, id }: { readonly now: number; readonly id: () => string },
): JsonObject => {
  const seconds = Math.floor(now / 1000);
  const [appName = 'iss'] = app.names;
  return {
    [appName]: app.value,
    sub: '1234567890',
    iat: seconds,
    exp: seconds + lifetime,
    ...(requiresJti ? { jti: id() } : {}),
    ...(userIdentity === null ? {} : { userIdentity }),
  };
};

const part = (value: unknown): string => encodeBase64Url(bytesOf(JSON.stringify(value)));

/** Signs claims as a preset wants it. Refuses, as `TokenCrypto.sign` does, a key that cannot sign. */
export const mintWith = async (
  key: MintPreset['key'],
  claims: JsonObject,
  model: Pick<JwtModel, 'algorithm' | 'signingKey'>,
  tokens: Pick<TokenCrypto, 'sign'>,
): Promise<string> => {
  if (key === 'none') {
    return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
  }
  // A wrong key of the same kind: there is no key pair to be wrong with, so a secret stands in for it.
  const alg = key === 'wrong' ? 'HS256' : model.algorithm;
  return tokens.sign({ alg, typ: 'JWT' }, claims, key === 'wrong' ? 'a key that nobody has' : model.signingKey);
};
