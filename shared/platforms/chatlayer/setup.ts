import type { Platform } from '#shared/platforms/platform.ts';
import type { SetupStep } from '#shared/platforms/setup.ts';
import { fillPath } from '#shared/platforms/route.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { actionsPath, currentPath, deprecatedPath, receiverTarget } from './paths.ts';
import { chatlayerSettings } from './settings.ts';

type SetupContext = Parameters<Platform['setup']>[0];

const step = (
  id: string,
  end: SetupStep['end'],
  title: string,
  value: string,
  status: SetupStep['status'] = 'documented',
): SetupStep => ({
  id,
  end,
  title,
  value,
  status,
});

const appSteps = ({ settings, addresses }: SetupContext): readonly SetupStep[] => {
  const { dialect, verifyToken } = chatlayerSettings(settings);
  const place =
    dialect === 'd2'
      ? 'In Chatlayer, open Settings, Offloading, Webhook'
      : 'In Chatlayer, open the Webhook channel of the bot';
  const receiver = `${addresses.own ?? ''}${receiverTarget(settings)}`;
  return [
    step(
      'tunnel',
      'app',
      'Chatlayer has to reach this bench from outside: put a tunnel or a proxy before it, and use its address in the next step. In Europe Chatlayer calls from 34.78.158.115, 23.251.136.162, 34.140.169.192, 34.76.255.244 and 34.140.104.91.',
      '',
    ),
    step(
      'webhook-url',
      'app',
      `${place}, and paste this as ${dialect === 'd2' ? 'API URL' : 'Webhook URL'}.`,
      receiver,
    ),
    step('verify-token', 'app', `${place}, and paste this as Verify token.`, verifyToken),
    ...(dialect === 'd1'
      ? [
          step(
            'channel-id',
            'app',
            'Save the channel. Chatlayer shows the address to post to: copy the part after /webhook/ into Channel id here.',
            '',
            'observed',
          ),
        ]
      : [
          step(
            'bot-id',
            'app',
            'Copy the id of the bot, as it stands in the addresses of Chatlayer, into Bot id here.',
            '',
          ),
        ]),
    ...(dialect === 'd0'
      ? []
      : [
          step(
            'access-token',
            'app',
            'In Chatlayer, open Tokens, make an access token for this region, and paste it into Access token here.',
            '',
          ),
        ]),
  ];
};

const platformSteps = ({ settings, addresses }: SetupContext): readonly SetupStep[] => {
  const { dialect, accessToken, verifyToken, webhookUrl, version } = chatlayerSettings(settings);
  const own = addresses.own ?? '';
  const target: JsonObject = { ...settings, sessionId: '{sessionId}' };
  const messages = dialect === 'd1' ? fillPath(currentPath, target) : fillPath(deprecatedPath, target);
  const actions = `${fillPath(actionsPath, target).replace(/%7BsessionId%7D/i, '{sessionId}')}?version=${version}`;
  return [
    dialect === 'd2'
      ? step(
          'actions-url',
          'platform',
          'In your app, post what the agent says to this address.',
          `${own}${actions}`,
          'observed',
        )
      : step(
          'messages-url',
          'platform',
          'In your app, post the messages of the user to this address instead of Chatlayer’s.',
          `${own}${messages}`,
          dialect === 'd1' ? 'observed' : 'documented',
        ),
    ...(dialect === 'd0'
      ? []
      : [step('app-access-token', 'platform', 'In your app, send this as Authorization: Bearer.', accessToken)]),
    step(
      'app-verify-token',
      'platform',
      dialect === 'd2'
        ? 'In your app, expect this as challenge.verifyToken in the query.'
        : 'In your app, expect this as verifyToken in the body.',
      verifyToken,
    ),
    step(
      'app-webhook-url',
      'platform',
      'This is where the emulated Chatlayer sends: change Webhook URL here if your app listens elsewhere.',
      webhookUrl,
    ),
  ];
};

/** What to paste where, for each end. */
export const chatlayerSetup = (context: SetupContext): readonly SetupStep[] => [
  ...appSteps(context),
  ...platformSteps(context),
];
