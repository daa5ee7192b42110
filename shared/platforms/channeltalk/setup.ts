import type { Platform } from '#shared/platforms/platform.ts';
import { fillPath } from '#shared/platforms/route.ts';
import type { SetupStep } from '#shared/platforms/setup.ts';
import { receiverPath } from './event.ts';
import { channelTalkSettings } from './settings.ts';

const step = (
  id: string,
  end: SetupStep['end'],
  status: SetupStep['status'],
  title: string,
  value = '',
): SetupStep => ({
  id,
  end,
  title,
  value,
  status,
});

/** What to paste where in Channel Talk, or into the customer's app. */
export const setup: Platform['setup'] = ({ settings, addresses }) => {
  const { token, accessKey, accessSecret, apiVersion, scopes } = channelTalkSettings(settings);
  const own = addresses.own ?? '';
  const forApp = [
    step(
      'webhook-url',
      'app',
      'documented',
      'In Channel Talk, open Settings, Webhook, Create new webhook, and paste this as the URL. It has to be reachable from the internet: put a tunnel before it.',
      `${own}${fillPath(receiverPath, settings)}`,
    ),
    step('webhook-scopes', 'app', 'documented', `Choose version ${apiVersion} and these scopes.`, scopes),
    step(
      'webhook-token',
      'app',
      'documented',
      'Copy the token that Channel Talk shows at the webhook into the settings of this channel.',
    ),
    step(
      'api-keys',
      'app',
      'documented',
      'For answers through the Open API, copy an access key and its secret from Channel Talk into the settings of this channel.',
    ),
  ];
  const forPlatform = [
    step(
      'app-url',
      'platform',
      'documented',
      'Put the address where your app takes events into the settings of this channel, as the URL of the webhook.',
    ),
    step('app-token', 'platform', 'documented', 'Tell your app this token: it comes as ?token= on each event.', token),
    step(
      'app-reply',
      'platform',
      'documented',
      'Let your app answer an event of a user with a JSON body of blocks and this header; it answers no events of personType bot.',
      'x-quick-reply: true',
    ),
    step(
      'api-base',
      'platform',
      'documented',
      'For answers through the Open API, let your app call this address.',
      `${own}/open/${apiVersion}`,
    ),
    step('api-key', 'platform', 'documented', 'Send this as x-access-key.', accessKey),
    step('api-secret', 'platform', 'documented', 'Send this as x-access-secret.', accessSecret),
  ];
  return [...forApp, ...forPlatform];
};
