import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { fillPath, matchPath, type PathValues } from '#shared/platforms/route.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { SnatchBotSettings } from './settings.ts';

/** Where a program talks to the bot. The vendor's; the secret is a part of it. */
export const apiChannelPath = '/channels/api/api/id{botId}/app{appId}/aps{appSecret}';
/** What is taken there: also a path whose App ID or secret is empty, or that lacks the letters before them, so that it can be told. */
const apiChannelRoute = '/channels/api/api/id{botId}/{*appPart}/{*secretPart}';
/** Where our app end is told and asked. Ours: SnatchBot takes any address. */
export const webhookPath = '/snatchbot/webhook/{botId}';
export const jsonApiPath = '/snatchbot/json-api/{botId}';

export const snatchBotRoutes: Platform['routes'] = {
  platform: [{ method: '*', path: apiChannelRoute }],
  app: [
    { method: '*', path: webhookPath },
    { method: '*', path: jsonApiPath },
  ],
};

const features = [
  ['api-channel', apiChannelRoute],
  ['webhook', webhookPath],
  ['json-api', jsonApiPath],
] as const;

/** The feature whose address a request uses, and what its path holds. Null for any other path. */
export const featureOfPath = (
  target: string,
): { readonly feature: SnatchBotSettings['feature']; readonly values: PathValues } | null => {
  const path = pathOf(target);
  for (const [feature, template] of features) {
    const values = matchPath(template, path);
    if (values) return { feature, values };
  }
  return null;
};

/** Of several channels of the same bot: the one of this feature, and of this app. */
export const claimsRequest = (_end: End, { target }: RawRequest, settings: JsonObject): boolean => {
  const named = featureOfPath(target);
  if (named === null || named.feature !== settings['feature']) return false;
  return named.feature !== 'api-channel' || pathParts(target).appId === settings['appId'];
};

/** Scheme, authority and target of an address: `http://host/path?query`. Without a path the target is `/`. */
const partsOf = (url: string): { readonly origin: string; readonly target: string } => {
  const origin = /^https?:\/\/[^/?#]+/i.exec(url)?.[0] ?? '';
  const rest = url.slice(origin.length);
  return { origin, target: rest.startsWith('/') ? rest : `/${rest}` };
};

/** Where the app is told or asked: our own route when that end is ours, with the query of the setting, which is the app's own. */
export const appAddress = (
  url: string,
  route: string,
  { settings, addresses }: Pick<PlatformContext, 'settings' | 'addresses'>,
): { readonly origin: string; readonly target: string } => {
  const real = partsOf(url);
  if (addresses.otherEnd === null) return real;
  const query = real.target.indexOf('?');
  return {
    origin: addresses.otherEnd,
    target: fillPath(route, settings) + (query < 0 ? '' : real.target.slice(query)),
  };
};

/** The target with more of a query behind the one that it has. */
export const withQuery = (target: string, query: string): string => {
  if (query === '') return target;
  const start = target.indexOf('?');
  if (start < 0) return `${target}?${query}`;
  return /[?&]$/.test(target) ? target + query : `${target}&${query}`;
};

const behind = (letters: string, part: string | undefined): string | null =>
  part?.startsWith(letters) === true ? part.slice(letters.length) : null;

/** What the path of a request to the API channel holds: null for what is not there, and for a part without its letters. */
export const pathParts = (
  target: string,
): { readonly botId: string | null; readonly appId: string | null; readonly appSecret: string | null } => {
  const values = matchPath(apiChannelRoute, pathOf(target)) ?? {};
  return {
    botId: values['botId'] ?? null,
    appId: behind('app', values['appPart']),
    appSecret: behind('aps', values['secretPart']),
  };
};

/** The path of the API channel, secret included. */
export const apiChannelTarget = (settings: JsonObject): string => fillPath(apiChannelPath, settings);
