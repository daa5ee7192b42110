import type { Platform } from '#shared/platforms/platform.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { addressCauses } from '#shared/trust/autopsy/not-credential-address.ts';
import type { TextCredential } from '#shared/trust/trust-model.ts';
import { apiChannelPath, featureOfPath, snatchBotRoutes } from './address.ts';
import { snatchBotSettings } from './settings.ts';

const otherFeature: Cause = {
  code: 'not-credential.mode',
  because: 'This is an address of the API channel, and the channel is set to another feature.',
  proof: 'The setting feature is not api-channel; WebHook and JSON API never call SnatchBot.',
  fix: 'Set the feature of the channel to API channel, or send the request to the app end.',
  certainty: 'proven',
};

/** Only the API channel asks for anything: bot id, App ID and secret, all in the path. WebHook and JSON API carry no credential. */
export const trust: Platform['trust'] = (end, request, context) => {
  const settings = snatchBotSettings(context.settings);
  const isApiChannel = settings.feature === 'api-channel';
  const isItsAddress = featureOfPath(request.target)?.feature === 'api-channel';
  if (end === 'app' || request.method === 'OPTIONS' || !(isApiChannel || isItsAddress)) return null;
  const part = (name: string, setting: 'botId' | 'appId' | 'appSecret'): TextCredential => ({
    name,
    spot: { in: 'path', template: apiChannelPath, name: setting },
    expected: settings[setting],
    setting,
    isSecret: setting === 'appSecret',
  });
  return {
    kind: 'texts',
    besides: [
      ...(isApiChannel ? [] : [otherFeature]),
      ...addressCauses(snatchBotRoutes.platform, request, context.settings),
    ],
    credentials: [part('bot id', 'botId'), part('App ID', 'appId'), part('App secret', 'appSecret')],
  };
};
