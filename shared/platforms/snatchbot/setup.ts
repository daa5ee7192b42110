import type { PlatformContext } from '#shared/platforms/context.ts';
import { fillPath } from '#shared/platforms/route.ts';
import type { SetupStep } from '#shared/platforms/setup.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { apiChannelTarget, jsonApiPath, webhookPath } from './address.ts';
import { snatchBotSettings } from './settings.ts';

type Told = Pick<PlatformContext, 'settings' | 'addresses'>;

const ours = (route: string, { settings, addresses }: Told): string =>
  addresses.own === null ? '' : addresses.own + fillPath(route, settings);

const documented = { status: 'documented' } as const;

const webhookSteps = (told: Told): readonly SetupStep[] => {
  const { webhookScope, webhookUrl } = snatchBotSettings(told.settings);
  const where =
    webhookScope === 'bot'
      ? 'In SnatchBot, open Configure, Bot Settings, and paste this under "Set the Webhooks for entire bot"; then press Verify.'
      : 'In SnatchBot, open the interaction, its Connections tab, and add this as webhook; then press Verify.';
  return [
    { id: 'webhook-url', end: 'app', title: where, value: ours(webhookPath, told), ...documented },
    {
      id: 'webhook-target',
      end: 'platform',
      title: 'Start your server where it is told of messages. Another address goes into WebHook address.',
      value: webhookUrl,
      ...documented,
    },
    {
      id: 'webhook-no-answer',
      end: 'platform',
      title: 'Nothing that your server answers is shown. To answer in the chat, use the JSON API interaction.',
      value: '',
      ...documented,
    },
  ];
};

const jsonApiSteps = (told: Told): readonly SetupStep[] => {
  const { apiUrl, errorResponse, moduleId } = snatchBotSettings(told.settings);
  return [
    {
      id: 'api-address',
      end: 'app',
      title: 'In SnatchBot, choose Add new interaction, JSON API, and paste this as API address; then press Verify.',
      value: ours(jsonApiPath, told),
      ...documented,
    },
    {
      id: 'error-response',
      end: 'app',
      title: 'In the same place, paste this as Error Response.',
      value: errorResponse,
      ...documented,
    },
    {
      id: 'api-target',
      end: 'platform',
      title: 'Start your server where it is asked. Another address goes into API address.',
      value: apiUrl,
      ...documented,
    },
    {
      id: 'api-module',
      end: 'platform',
      title: 'Your server gets this as module_id, and gives it back.',
      value: moduleId,
      ...documented,
    },
  ];
};

const apiChannelSteps = (told: Told): readonly SetupStep[] => {
  const { appId, appSecret, botId } = snatchBotSettings(told.settings);
  const target = apiChannelTarget(told.settings);
  return [
    {
      id: 'channel-address',
      end: 'platform',
      title: 'Give this address to your program: it posts {"message":"…"} there, with ?user_id= behind it.',
      value: told.addresses.own === null ? '' : told.addresses.own + target,
      ...documented,
    },
    {
      id: 'app-id',
      end: 'app',
      title: 'In SnatchBot, open Channels, Other/API, and paste this as App ID.',
      value: appId,
      ...documented,
    },
    {
      id: 'app-secret',
      end: 'app',
      title: 'In the same place, paste this as App secret, then press Deploy.',
      value: appSecret,
      ...documented,
    },
    {
      id: 'bot-id',
      end: 'app',
      title: 'Compare the bot id with the number in the address that SnatchBot shows there.',
      value: botId,
      ...documented,
    },
  ];
};

/** What to paste where, for the feature of the channel. */
export const setupSteps = (told: Told): readonly SetupStep[] => {
  const { feature } = snatchBotSettings(told.settings);
  switch (feature) {
    case 'webhook':
      return webhookSteps(told);
    case 'json-api':
      return jsonApiSteps(told);
    case 'api-channel':
      return apiChannelSteps(told);
    default:
      return assertNever(feature);
  }
};
