import type { Platform } from '#shared/platforms/platform.ts';
import type { TextCredential } from '#shared/trust/trust-model.ts';
import { apiChannelPath } from './address.ts';
import { snatchBotSettings } from './settings.ts';

/** Only the API channel asks for anything: bot id, App ID and secret, all in the path. WebHook and JSON API carry no credential. */
export const trust: Platform['trust'] = (end, request, context) => {
  const settings = snatchBotSettings(context.settings);
  if (end === 'app' || settings.feature !== 'api-channel' || request.method === 'OPTIONS') return null;
  const part = (name: string, setting: 'botId' | 'appId' | 'appSecret'): TextCredential => ({
    name,
    spot: { in: 'path', template: apiChannelPath, name: setting },
    expected: settings[setting],
    setting,
    isSecret: setting === 'appSecret',
  });
  return {
    kind: 'texts',
    credentials: [part('bot id', 'botId'), part('App ID', 'appId'), part('App secret', 'appSecret')],
  };
};
