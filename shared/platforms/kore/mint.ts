import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { KoreSettings } from './settings.ts';

/** The claims of a new token, in the order in which the vendor writes them; times in whole seconds since 1970. */
const claimsOf = (settings: KoreSettings, { now, id }: PlatformContext['stamp']): Readonly<Record<string, unknown>> => {
  const seconds = Math.floor(now / 1000);
  return {
    appId: settings.clientId,
    ...(settings.sub === '' ? {} : { sub: settings.sub }),
    ...(settings.issuedAt ? { iat: seconds } : {}),
    ...(settings.expiresAfter === null ? {} : { exp: seconds + settings.expiresAfter }),
    ...(settings.tokenId ? { jti: id() } : {}),
    ...settings.extraClaims,
  };
};

const noSecret = fault('input.invalid', { problem: 'This channel has no client secret, so no token can be signed.' }, [
  { path: '/settings/clientSecret', message: 'is missing' },
]);

/** A new token of this channel, signed with its client secret. Refuses as bad input where the channel has none. */
export const mintToken = async (settings: KoreSettings, { stamp, tokens }: PlatformContext): Promise<string> => {
  if (settings.clientSecret === '') throw new HarnessError(noSecret);
  return tokens.sign({ alg: settings.algorithm, typ: 'JWT' }, claimsOf(settings, stamp), settings.clientSecret);
};
