import type { FactStatus } from '#shared/exchange/finding.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { SetupStep } from '#shared/platforms/setup.ts';
import { tokenLines } from './access-token.ts';
import { messagePath, receiverPathOf, type Version } from './addresses.ts';
import { koreSettings, type KoreSettings } from './settings.ts';

type Knowing = Pick<PlatformContext, 'settings' | 'addresses'>;

/** What to paste where, for each end. */
export const koreSetup = (context: Knowing): readonly SetupStep[] => [...platformSteps(context), ...appSteps(context)];

const step =
  (end: End) =>
  (id: string, title: string, value: string, status: FactStatus = 'documented'): SetupStep => ({
    id,
    end,
    title,
    value,
    status,
  });

const own = ({ addresses, settings }: Knowing): string =>
  koreSettings(settings).publicUrl || (addresses.own ?? 'http://127.0.0.1:4700');

/** Our platform end, the user's app. */
const platformSteps = (context: Knowing): readonly SetupStep[] => {
  const settings = koreSettings(context.settings);
  const line = step('platform');
  const local = context.addresses.own ?? 'http://127.0.0.1:4700';
  const address = (version: Version): string => `${local}${messagePath(version, settings)}`;
  return [
    line('webhook-v1', 'In your app, use this as the webhook address of the bot, where it speaks V1.', address('v1')),
    line('webhook-v2', 'In your app, use this as the webhook address of the bot, where it speaks V2.', address('v2')),
    line('client-id', 'In your app, put this client id into the claim appId of the token.', settings.clientId),
    ...(settings.algorithm.startsWith('HS')
      ? [
          line(
            'client-secret',
            `In your app, sign the token with this client secret, as text, and ${settings.algorithm}.`,
            settings.clientSecret,
          ),
        ]
      : [
          line(
            'algorithm',
            'In your app, sign the token with your private key and this algorithm; its public key belongs in the settings here.',
            settings.algorithm,
          ),
        ]),
    line('authorization', 'In your app, send the token in this header.', 'Authorization: bearer <token>'),
    ...(settings.mode === 'async' ? asyncPlatformSteps(settings) : []),
  ];
};

const asyncPlatformSteps = (settings: KoreSettings): readonly SetupStep[] => {
  const line = step('platform');
  return [
    line(
      'post-url',
      'In the settings of this channel, name the address of your app that takes the bot’s messages as POST URL.',
      settings.postUrl,
    ),
    ...accessTokenStep(settings, 'platform', 'In your app, expect this header with each message.'),
  ];
};

const accessTokenStep = (settings: KoreSettings, end: End, title: string): readonly SetupStep[] =>
  tokenLines(settings.accessToken, settings).map(([name, value]) =>
    step(end)(`${end}-access-token-header`, title, `${name}: ${value}`, 'assumed'),
  );

/** Our app end, the real Kore.ai. */
const appSteps = (context: Knowing): readonly SetupStep[] => {
  const settings = koreSettings(context.settings);
  const line = step('app');
  const isAsync = settings.mode === 'async';
  return [
    line(
      'console-channel',
      `In Kore.ai, open Channels, Webhook, and set up a channel that is ${isAsync ? 'asynchronous' : 'synchronous'}.`,
      '',
    ),
    line(
      'console-app',
      'In Kore.ai, choose or make the app of the channel; its client id belongs in the settings here.',
      settings.clientId,
    ),
    line('console-secret', 'In Kore.ai, copy the client secret of that app into the settings here.', ''),
    line('console-algorithm', 'In Kore.ai, the app has to be set to this algorithm.', settings.algorithm),
    line(
      'console-webhook',
      'In Kore.ai, compare the webhook URL of the channel with the one that is called from here.',
      `${settings.host.replace(/\/$/, '')}${messagePath(settings.version, settings)}`,
    ),
    ...(isAsync
      ? [
          line(
            'console-post-url',
            'In Kore.ai, paste this as POST URL. It has to be reached from outside: put a tunnel before it where it is not.',
            `${own(context)}${receiverPathOf(settings)}`,
          ),
          line('console-access-token', 'In Kore.ai, paste this as Access Token of the channel.', settings.accessToken),
          ...accessTokenStep(
            settings,
            'app',
            'Hookbench expects the Access Token in this header; how Kore.ai sends it is not documented.',
          ),
        ]
      : settings.version === 'v2'
        ? [
            line(
              'console-polling',
              'In Kore.ai, decide whether polling is enabled; Hookbench polls where an answer has a pollId.',
              '',
            ),
          ]
        : []),
    line('console-publish', 'In Kore.ai, let the channel be approved, and publish the bot with it.', ''),
  ];
};
