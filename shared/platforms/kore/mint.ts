import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { isHmac } from '#shared/trust/token-crypto.ts';
import type { KoreSettings } from './settings.ts';

/** The claims of a new token, in the order in which the vendor writes them; times in whole seconds since 1970. */
const claimsOf = (
  settings: KoreSettings,
  { now, id }: PlatformContext['stamp'],
  userId: string | undefined,
): Readonly<Record<string, unknown>> => {
  const seconds = Math.floor(now / 1000);
  return {
    appId: settings.clientId,
    ...(settings.sub === '' ? {} : { sub: settings.sub }),
    ...(settings.issuedAt ? { iat: seconds } : {}),
    ...(settings.expiresAfter === null ? {} : { exp: seconds + settings.expiresAfter }),
    ...(settings.tokenId ? { jti: id() } : {}),
    ...(settings.identityClaim && userId !== undefined ? { userIdentity: userId } : {}),
    ...settings.extraClaims,
  };
};

/** The key with which the app end signs, and the setting that holds it. */
const signingKey = (settings: KoreSettings): { readonly field: 'clientSecret' | 'privateKey'; readonly text: string } =>
  isHmac(settings.algorithm)
    ? { field: 'clientSecret', text: settings.clientSecret }
    : { field: 'privateKey', text: settings.privateKey };

/** Why this channel can sign no token, as one sentence, or null. */
export const signingProblem = async (
  settings: KoreSettings,
  tokens: PlatformContext['tokens'],
): Promise<string | null> => {
  const { field, text } = signingKey(settings);
  const problem = await tokens.keyProblem(settings.algorithm, 'sign', text);
  if (problem === null) return null;
  return field === 'clientSecret'
    ? 'This channel has no client secret, so no token can be signed.'
    : `No token can be signed with the private key of this channel. ${problem}`;
};

/** Signs these claims with the algorithm and the key of the channel. Refuses as bad input where that key is missing or damaged. */
export const signClaims = async (
  claims: Readonly<Record<string, unknown>>,
  settings: KoreSettings,
  tokens: PlatformContext['tokens'],
): Promise<string> => {
  const { field, text } = signingKey(settings);
  const problem = await signingProblem(settings, tokens);
  if (problem !== null)
    throw new HarnessError(
      fault('input.invalid', { problem }, [
        { path: `/settings/${field}`, message: text === '' ? 'is missing' : problem },
      ]),
    );
  return tokens.sign({ alg: settings.algorithm, typ: 'JWT' }, claims, text);
};

/** A new token of this channel for what this user says. Refuses as bad input where the channel has no usable key. */
export const mintToken = (
  settings: KoreSettings,
  { stamp, tokens }: Pick<PlatformContext, 'stamp' | 'tokens'>,
  userId?: string,
): Promise<string> => signClaims(claimsOf(settings, stamp, userId), settings, tokens);
