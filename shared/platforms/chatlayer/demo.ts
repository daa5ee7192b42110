import type { DemoMode, Platform } from '#shared/platforms/platform.ts';
import type { ChatlayerSettings } from './settings.ts';

const settings: ChatlayerSettings = {
  dialect: 'd1',
  channelId: '6039070a9f07e351b99e2bd4',
  botId: 'DEMO-larkspur01',
  version: 'LIVE',
  accessToken: 'NOT-A-REAL-TOKEN-invented-for-Hookbench-02',
  verifyToken: 'not-a-real-verify-token-5HkQ2v',
  webhookUrl: 'http://127.0.0.1:3000/webhook',
  host: 'https://api.chatlayer.ai',
  userId: '',
  userField: 'conversationId',
  firstName: 'Robin',
  lastName: 'Example',
  language: 'en',
  sessionData: {},
  pressAs: 'text',
  onWrongToken: 401,
  timeLimit: 30,
  acceptedBody: '{}',
  wrongTokenStatus: 401,
  shortSender: 'warn',
  rateLimit: 600,
  rateReset: 'ms',
  envelope: 'E1',
  payloads: 'opaque',
  nlpIntent: '',
  typingDelay: 0,
  retries: 3,
  retryAfter: 1000,
  retryNoAnswer: true,
  callbackLimit: 5,
  offloadChannel: 'web',
};

/** The channel that a new user finds. Every id has the vendor's shape and is invented, and the secrets say so themselves. */
export const chatlayerDemo: Platform['demo'] = {
  name: 'Chatlayer demo',
  plays: { platform: true, app: true },
  botId: 'demo-bot',
  settings: settings as Platform['demo']['settings'],
};

const tour = [
  'hi',
  { press: 'Balance' },
  { press: 'Everyday account' },
  'cards',
  { press: 'Order Meadow' },
  'branches',
  'contact',
] as const;

/** Each dialect, with a conversation that has every kind of message and presses of each kind of button. */
export const chatlayerModes: readonly DemoMode[] = [
  {
    id: 'd1',
    title: 'Webhook channel, current (Bearer)',
    settings: {},
    as: 'user',
    steps: [{ gesture: 'start' }, ...tour],
  },
  {
    id: 'd0',
    title: 'Webhook channel, deprecated (verifyToken in the body)',
    settings: { dialect: 'd0', payloads: 'json' },
    as: 'user',
    steps: tour,
  },
  {
    id: 'd2',
    title: 'Offloading webhook (human handover)',
    settings: { dialect: 'd2' },
    as: 'user',
    steps: [{ gesture: 'health' }, { gesture: 'start' }, ...tour.slice(0, 2), { gesture: 'offload' }, ...tour.slice(2)],
  },
];
