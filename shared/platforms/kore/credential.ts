import { headerValues, type HeaderLines, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { bearerToken, decodeJwt, type DecodedJwt } from '#shared/trust/jwt.ts';
import { isHmac, isRsa, type TokenAlgorithm } from '#shared/trust/token-crypto.ts';
import type { Check, Verdict } from '#shared/trust/verdict.ts';
import { anonymousCheckId } from './claim-checks.ts';
import { tokenFacts } from './facts-services.ts';
import { koreSettings, type KoreSettings } from './settings.ts';
import { checkOf, checksOf, tokenRules } from './token-checks.ts';
import type { Claimant, SignatureState } from './token-evidence.ts';

const headerRule = { id: 'jwt.header', title: 'Authorization header', fact: tokenFacts.bearer };
const headerFix = 'Send the header Authorization: bearer, followed by the token.';

/** The token of a request, or why there is none. */
export type Credential = { readonly token: string | null; readonly check: Check; readonly header: string };

/** The token in `Authorization`, as the channel wants it. */
export const credentialOf = (headers: HeaderLines): Credential => {
  const values = headerValues(headers, 'authorization');
  const token = bearerToken(values[0] ?? '');
  const told = (check: Check): Credential => ({ token, check, header: 'authorization' });
  if (values.length === 0) return told(checkOf(headerRule, ['fail', missingHeader(headers)]));
  if (token === null) return told(checkOf(headerRule, ['fail', brokenHeader(values[0] ?? '')]));
  return told(
    values.length > 1
      ? checkOf(headerRule, [
          'warn',
          'There are several Authorization headers; the first one is used.',
          tokenFacts.scheme,
        ])
      : checkOf(headerRule, ['pass', 'There is one, with the scheme bearer.', tokenFacts.scheme]),
  );
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

/** Checked with the algorithm that the token names, if the channel has a key for it: so a token that is right but for its algorithm is told apart. */
const signatureOf = async (
  token: string,
  jwt: DecodedJwt,
  settings: KoreSettings,
  tokens: PlatformContext['tokens'],
): Promise<SignatureState> => {
  const keyOf = (algorithm: TokenAlgorithm): string => (isHmac(algorithm) ? settings.clientSecret : settings.publicKey);
  const problem = await tokens.keyProblem(settings.algorithm, 'verify', keyOf(settings.algorithm));
  if (problem !== null)
    return {
      kind: 'no-key',
      problem: isHmac(settings.algorithm)
        ? 'This channel has no client secret, so no signature can match.'
        : `No signature can match the public key of this channel. ${problem}`,
    };
  const alg = jwt.header.json?.['alg'];
  if (!isHmac(alg) && !isRsa(alg)) return { kind: 'mismatch' };
  const key = keyOf(alg);
  if ((await tokens.keyProblem(alg, 'verify', key)) === null && (await tokens.isSignedBy(token, alg, key)))
    return { kind: 'match' };
  return { kind: isHmac(alg) && (await isConfused(token, alg, settings, tokens)) ? 'confused' : 'mismatch' };
};

/** Whether the public key, which anyone may have, was used as a secret; with and without the line break at its end. */
const isConfused = async (
  token: string,
  alg: TokenAlgorithm,
  { publicKey }: KoreSettings,
  tokens: PlatformContext['tokens'],
): Promise<boolean> => {
  if (publicKey.trim() === '') return false;
  for (const secret of new Set([publicKey, publicKey.trim(), `${publicKey.trim()}\n`]))
    if (await tokens.isSignedBy(token, alg, secret)) return true;
  return false;
};

/** A sentence as it goes on after a colon or comma. */
export const inSentence = (sentence: string): string => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;

/** What to do about a check that failed. */
export const fixOf = (failed: Check): string => tokenRules.find((each) => each.id === failed.id)?.fix ?? headerFix;

const firstFailed = (checks: readonly Check[]): Check | undefined => checks.find((each) => each.result === 'fail');

/** The status with which the platform refuses such a request: 412 for an anonymous user, 401 for all else; null where it does not refuse. */
export const refusalStatus = ({ state, checks }: Verdict): 401 | 412 | null => {
  if (state !== 'refused') return null;
  return firstFailed(checks)?.id === anonymousCheckId ? 412 : 401;
};

const fold = (checks: readonly Check[], { token, header }: Credential): Verdict => {
  const failed = firstFailed(checks);
  const credential = token === null ? {} : { credential: { kind: 'jwt', header } as const };
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

/** Remembered apart for each app, as a jti is unique for its issuer only (RFC 7519 §4.1.7). */
const jtiKey = ({ jwt, clientId }: { readonly jwt: DecodedJwt; readonly clientId: string }): string | null => {
  const jti = jwt.payload.json?.['jti'];
  return jti === undefined || jti === '' ? null : `platform/jti/${clientId}/${JSON.stringify(jti).slice(0, 500)}`;
};

/** Platform end: whether the real platform would trust a token, and each step on the way to that. A jti that is taken is remembered. */
export const judgeToken = async (
  found: Credential,
  context: PlatformContext,
  claimant: Claimant = { version: 'v1' },
): Promise<Verdict> => {
  const settings = koreSettings(context.settings);
  if (found.token === null) {
    const rest = tokenRules.map((rule) => checkOf(rule, ['not-applicable', 'There is no token to look at.']));
    return fold([found.check, ...rest], found);
  }
  const jwt = decodeJwt(found.token);
  const signature = await signatureOf(found.token, jwt, settings, context.tokens);
  const key = settings.enforceJti ? jtiKey({ jwt, clientId: settings.clientId }) : null;
  const isJtiUsed = key !== null && context.memory.get(key) !== undefined;
  const checks = checksOf({ jwt, signature, settings, now: context.stamp.now, claimant, isJtiUsed });
  const verdict = fold([found.check, ...checks], found);
  if (key !== null && verdict.state === 'trusted') context.memory.set(key, context.stamp.now);
  return verdict;
};

/** Platform end: the verdict on a request to the channel. On V2 it has to be told the from.id of the body. */
export const judgeCredential = (
  request: RawRequest,
  context: PlatformContext,
  claimant: Claimant = { version: 'v1' },
): Promise<Verdict> => judgeToken(credentialOf(request.headers), context, claimant);

/** App end: the same checks on the token that we sent, but for the signature, which the other side alone can judge. */
export const ownChecks = (
  request: RawRequest,
  context: PlatformContext,
  claimant: Claimant = { version: 'v1' },
): readonly Check[] => {
  const { token, check } = credentialOf(request.headers);
  if (token === null) return [check];
  const settings = koreSettings(context.settings);
  const jwt = decodeJwt(token);
  const evidence = { jwt, settings, now: context.stamp.now, claimant, isJtiUsed: false };
  return [check, ...checksOf({ ...evidence, signature: { kind: 'unknown' } })];
};
