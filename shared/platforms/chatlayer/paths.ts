import type { PlatformContext } from '#shared/platforms/context.ts';
import type { OutboundRequest } from '#shared/platforms/dispatch.ts';
import { fillPath } from '#shared/platforms/route.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { chatlayerSettings, type ChatlayerSettings } from './settings.ts';

type Dialect = ChatlayerSettings['dialect'];

/** Where the platform end takes messages of the user, by dialect. */
export const currentPath = '/v1/channels/webhook/{channelId}/messages';
export const deprecatedPath = '/api/webhookMessage/{botId}';
export const actionsPath = '/v1/bots/{botId}/conversations/{*sessionId}/actions';
export const extractPath = '/v1/bots/{botId}/nlp/extract';
export const historyPath = '/api/bots/{botId}/history/{*senderId}';
export const sessionDataPath = '/api/sessionData/{botId}/{*senderId}/{*namespace}';
export const webviewPath = '/api/webview';
export const oldExtractPath = '/api/bots/{botId}/extract/{*version}';

/** Where our app end takes what the platform sends: paths of our own, as a customer's would be. */
export const receiverPath = (dialect: Dialect): string => {
  switch (dialect) {
    case 'd1':
      return '/receive/chatlayer/{channelId}';
    case 'd0':
      return '/receive/chatlayer-deprecated/{botId}';
    case 'd2':
      return '/receive/chatlayer-offload/{botId}';
    default:
      return assertNever(dialect);
  }
};

export type WebAddress = Pick<OutboundRequest, 'origin' | 'target'>;

const split = (url: string): WebAddress => {
  const origin = /^https?:\/\/[^/?#]+/i.exec(url)?.[0] ?? url;
  const rest = url.slice(origin.length);
  return { origin, target: rest.startsWith('/') ? rest : `/${rest}` };
};

/** Where the platform end sends: our own receiver when that end is ours too, else the webhook URL of the channel. */
export const webhookAddress = ({
  settings,
  addresses,
}: Pick<PlatformContext, 'settings' | 'addresses'>): WebAddress => {
  const { dialect, webhookUrl } = chatlayerSettings(settings);
  return addresses.otherEnd === null
    ? split(webhookUrl)
    : { origin: addresses.otherEnd, target: fillPath(receiverPath(dialect), settings) };
};

/** Where the app end sends: scheme and authority of the platform. */
export const platformOrigin = ({ settings, addresses }: Pick<PlatformContext, 'settings' | 'addresses'>): string =>
  addresses.otherEnd ?? chatlayerSettings(settings).host.replace(/\/$/, '');

/** The path of our receiver, filled in. */
export const receiverTarget = (settings: JsonObject): string =>
  fillPath(receiverPath(chatlayerSettings(settings).dialect), settings);
