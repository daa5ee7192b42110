import type { Platform } from '#shared/platforms/platform.ts';
import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import { matchPath } from '#shared/platforms/route.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { CredentialSpot, TrustModel } from '#shared/trust/trust-model.ts';
import { extractPath, historyPath, oldExtractPath, sessionDataPath, webviewPath } from './paths.ts';
import { chatlayerSettings, type ChatlayerSettings } from './settings.ts';
import { besidesAtApp, besidesAtPlatform } from './trust-besides.ts';

const bearer: CredentialSpot = { in: 'header', name: 'Authorization', scheme: 'Bearer' };
const inBody: CredentialSpot = { in: 'body', pointer: '/verifyToken' };
/** The dot belongs to the name. */
const challenge: CredentialSpot = { in: 'query', name: 'challenge.verifyToken' };

const accessToken = (settings: ChatlayerSettings, spot: CredentialSpot): TrustModel => ({
  kind: 'texts',
  credentials: [{ name: 'access token', spot, expected: settings.accessToken, setting: 'accessToken', isSecret: true }],
});

/** A channel without a verify token compares none. */
const verifyToken = (settings: ChatlayerSettings, spot: CredentialSpot): TrustModel | null =>
  settings.verifyToken === ''
    ? null
    : {
        kind: 'texts',
        credentials: [
          { name: 'verify token', spot, expected: settings.verifyToken, setting: 'verifyToken', isSecret: true },
        ],
      };

/** The endpoints beside the message API that take the access token in the query. */
const siblings = [historyPath, sessionDataPath, webviewPath, oldExtractPath];

const atPlatform = (request: RawRequest, settings: ChatlayerSettings): TrustModel | null => {
  const path = pathOf(request.target);
  if (matchPath(extractPath, path) !== null) return accessToken(settings, bearer);
  if (settings.dialect !== 'd2' && siblings.some((each) => matchPath(each, path) !== null))
    return accessToken(settings, { in: 'query', name: 'access_token' });
  return settings.dialect === 'd0' ? verifyToken(settings, inBody) : accessToken(settings, bearer);
};

/** The dialect decides: the same words, verify token and access token, stand somewhere else in each. */
export const trust: Platform['trust'] = (end, request, context) => {
  const settings = chatlayerSettings(context.settings);
  switch (end) {
    case 'platform': {
      const model = atPlatform(request, settings);
      return model && { ...model, besides: besidesAtPlatform(request, context.settings) };
    }
    case 'app': {
      const model = verifyToken(settings, settings.dialect === 'd2' ? challenge : inBody);
      return model && { ...model, besides: besidesAtApp(request, context.settings) };
    }
    default:
      return assertNever(end);
  }
};
