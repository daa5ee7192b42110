import { systemIds } from '#main/io/system.ts';
import { createTokenCrypto } from '#main/io/token-crypto.ts';
import type { Json } from '#shared/text/json.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { examine } from '#shared/trust/autopsy/examine.ts';
import { decodeJwt, type DecodedJwt } from '#shared/trust/jwt.ts';
import { isRsa, type TokenAlgorithm } from '#shared/trust/token-crypto.ts';
import type { JwtModel } from '#shared/trust/trust-model.ts';
import type { Check, CheckResult } from '#shared/trust/verdict.ts';

type Wanted = { readonly algorithm: TokenAlgorithm; readonly key: string; readonly app: string | undefined };

type Judged = readonly [result: CheckResult, detail: string];

const check = (id: string, title: string, [result, detail]: Judged): Check => ({ id, title, result, detail });

/** A token by RFC 7515 §5.2 and RFC 7519 §7.2, with one algorithm and one key; the cause behind the first check that fails, where one is found. */
export const judgeToken = async (
  token: string,
  wanted: Wanted,
  now: number,
): Promise<{ readonly checks: readonly Check[]; readonly cause: Cause | null }> => {
  const { algorithm, key, app } = wanted;
  const jwt = decodeJwt(token);
  const alg = jwt.header.json?.['alg'];
  const isSigned = alg === algorithm && (await createTokenCrypto().isSignedBy(token, algorithm, key));
  const checks = [
    check('jwt.form', 'Form', ofForm(jwt)),
    check(
      'jwt.alg',
      'Algorithm',
      alg === algorithm ? ['pass', `It is ${algorithm}.`] : ['fail', `It is not ${algorithm}.`],
    ),
    check(
      'jwt.signature',
      'Signature',
      isSigned ? ['pass', 'It is that of the key.'] : ['fail', 'It is not that of the key.'],
    ),
    check(
      'jwt.exp',
      'Expiry',
      ofTime(jwt, 'exp', (seconds) => seconds > now / 1000, 'It has not expired.', 'It has expired.'),
    ),
    check(
      'jwt.nbf',
      'Begin',
      ofTime(jwt, 'nbf', (seconds) => seconds <= now / 1000, 'It has begun.', 'It has not begun yet.'),
    ),
    check('jwt.app', 'App', ofApp(jwt, app)),
  ];
  const isRefused = checks.some(({ result }) => result === 'fail');
  return { checks, cause: isRefused ? await causeOf(token, wanted, checks, jwt, now) : null };
};

const ofForm = ({ problems }: DecodedJwt): Judged => {
  const [first] = problems;
  return first ? ['fail', first.summary] : ['pass', 'Three parts, and header and payload are JSON.'];
};

const ofTime = (
  { payload }: DecodedJwt,
  name: 'exp' | 'nbf',
  holds: (seconds: number) => boolean,
  good: string,
  bad: string,
): Judged => {
  const value = payload.json?.[name];
  if (value === undefined) return ['not-applicable', `There is no ${name}.`];
  if (typeof value !== 'number') return ['fail', `${name} is not a number of seconds since 1970.`];
  return holds(value) ? ['pass', good] : ['fail', bad];
};

const ofApp = ({ payload }: DecodedJwt, app: string | undefined): Judged => {
  if (app === undefined) return ['not-applicable', 'appId and iss were not compared: name the app with --app.'];
  return appIn(payload.json) === app
    ? ['pass', 'It is the one that was named.']
    : ['fail', 'It is not the one that was named.'];
};

const appIn = (claims: DecodedJwt['payload']['json']): Json | undefined => claims?.['appId'] ?? claims?.['iss'];

/** Looks for the reason as a channel would: a token alone belongs into the header Authorization. */
const causeOf = async (
  token: string,
  { algorithm, key, app }: Wanted,
  checks: readonly Check[],
  { payload }: DecodedJwt,
  now: number,
): Promise<Cause | null> => {
  const named = appIn(payload.json);
  const model: JwtModel = {
    kind: 'jwt',
    spot: { in: 'header', name: 'Authorization', scheme: 'Bearer' },
    algorithm,
    key,
    signingKey: isRsa(algorithm) ? '' : key,
    keySetting: 'key',
    publicKey: isRsa(algorithm) ? key : '',
    app: { names: ['appId', 'iss'], value: app ?? (typeof named === 'string' ? named : '') },
    otherIds: {},
    requiresJti: false,
    userIdentity: null,
    allowsAnonymous: true,
  };
  const { causes } = await examine({
    request: { method: 'POST', target: '/', headers: [['Authorization', `Bearer ${token}`]], body: new Uint8Array() },
    channel: { id: systemIds.uuid(), name: 'the key', platformName: '', settings: {}, model },
    verdict: { state: 'refused', because: '', checks },
    others: [],
    now,
    earlierExchange: () => null,
    tokens: createTokenCrypto(),
  });
  return causes.find(({ certainty }) => certainty === 'proven') ?? null;
};
