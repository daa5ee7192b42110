import { headerValues, type HeaderLines, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { bearerToken, decodeJwt, type DecodedJwt } from '#shared/trust/jwt.ts';
import type { Check, Verdict } from '#shared/trust/verdict.ts';
import type { HmacAlgorithm } from '#shared/trust/token-crypto.ts';
import { facts } from './facts.ts';
import { koreSettings, type KoreSettings } from './settings.ts';
import { checkOf, checksOf, tokenRules, type SignatureState } from './token-checks.ts';

const headerRule = { id: 'jwt.header', title: 'Authorization header', fact: facts.bearer };
const headerFix = 'Send the header Authorization: bearer, followed by the token.';
const place = { kind: 'jwt', header: 'authorization' } as const;

/** The token of a request, or why there is none. */
export const credentialOf = (headers: HeaderLines): { readonly token: string | null; readonly check: Check } => {
  const values = headerValues(headers, 'authorization');
  const token = bearerToken(values[0] ?? '');
  if (values.length === 0) return { token: null, check: checkOf(headerRule, ['fail', missingHeader(headers)]) };
  if (token === null) return { token: null, check: checkOf(headerRule, ['fail', brokenHeader(values[0] ?? '')]) };
  if (values.length > 1)
    return {
      token,
      check: checkOf(headerRule, [
        'warn',
        'There are several Authorization headers; the first one is used.',
        facts.scheme,
      ]),
    };
  return { token, check: checkOf(headerRule, ['pass', 'There is one, with the scheme bearer.', facts.scheme]) };
};

const missingHeader = (headers: HeaderLines): string =>
  headerValues(headers, 'auth').length > 0
    ? 'There is no Authorization header, only one named auth, which other Kore.ai APIs use, but not this channel.'
    : 'There is no Authorization header, so there is no token.';

const brokenHeader = (value: string): string => {
  if (value.trim() === '') return 'The Authorization header is empty.';
  if (/^bearer$/i.test(value.trim())) return 'The Authorization header says bearer, but no token follows.';
  if (value.trim().split('.').length === 3 && !value.trim().includes(' '))
    return 'The Authorization header holds a token, but without the word bearer before it.';
  return 'The scheme of the Authorization header is not bearer.';
};

const isHmac = (alg: unknown): alg is HmacAlgorithm => alg === 'HS256' || alg === 'HS512';

/** Checked with the algorithm that the token names, if it is one with a secret: so a token that is right but for its algorithm is told apart. */
const signatureOf = async (
  token: string,
  jwt: DecodedJwt,
  { clientSecret }: KoreSettings,
  tokens: PlatformContext['tokens'],
): Promise<SignatureState> => {
  if (!clientSecret) return 'no-secret';
  const alg = jwt.header.json?.['alg'];
  return isHmac(alg) && (await tokens.isSignedBy(token, alg, clientSecret)) ? 'match' : 'mismatch';
};

/** A sentence as it goes on after a colon or comma. */
export const inSentence = (sentence: string): string => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;

/** What to do about a check that failed. */
export const fixOf = (failed: Check): string => tokenRules.find((each) => each.id === failed.id)?.fix ?? headerFix;

const fold = (checks: readonly Check[], hasToken: boolean): Verdict => {
  const failed = checks.find((each) => each.result === 'fail');
  const credential = hasToken ? { credential: place } : {};
  if (!failed)
    return {
      state: 'trusted',
      because: 'Trusted: the signature matches and every claim holds.',
      checks,
      ...credential,
    };
  return {
    state: 'refused',
    because: `Refused: ${inSentence(failed.detail)}`,
    fix: fixOf(failed),
    checks,
    ...credential,
  };
};

/** Platform end: whether the real platform would trust this request, and each step on the way to that. */
export const judgeCredential = async (request: RawRequest, context: PlatformContext): Promise<Verdict> => {
  const { token, check } = credentialOf(request.headers);
  const settings = koreSettings(context.settings);
  if (token === null) {
    const rest = tokenRules.map((rule) => checkOf(rule, ['not-applicable', 'There is no token to look at.']));
    return fold([check, ...rest], false);
  }
  const jwt = decodeJwt(token);
  const signature = await signatureOf(token, jwt, settings, context.tokens);
  return fold([check, ...checksOf({ jwt, signature, settings, now: context.stamp.now })], true);
};

/** App end: the same checks on the token that we sent, but for the signature, which the other side alone can judge. */
export const ownChecks = (request: RawRequest, context: PlatformContext): readonly Check[] => {
  const { token, check } = credentialOf(request.headers);
  if (token === null) return [check];
  const settings = koreSettings(context.settings);
  return [check, ...checksOf({ jwt: decodeJwt(token), signature: 'unknown', settings, now: context.stamp.now })];
};
