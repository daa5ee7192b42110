import type { DemoMode, DemoStep, Platform } from '#shared/platforms/platform.ts';

/** The channel that a new user finds. Every id has the vendor's shape and is invented, and the secret says so itself. */
export const snatchBotDemo: Platform['demo'] = {
  name: 'SnatchBot demo',
  plays: { platform: true, app: true },
  botId: 'demo-bot',
  settings: {
    feature: 'json-api',
    botId: '48213',
    webhookUrl: 'http://127.0.0.1:5000/webhook',
    webhookScope: 'bot',
    webhookEncoding: 'json',
    strayQuote: false,
    webhookUserId: false,
    webhookIp: '203.0.113.7',
    apiUrl: 'http://127.0.0.1:5000/',
    encoding: 'form',
    moduleId: '4200',
    chatChannel: 'web chat',
    sendSessionId: false,
    extraFields: {},
    errorResponse: 'Sorry, something went wrong. Please try again later.',
    verifyMethod: 'POST',
    postbackAs: 'module',
    cardPrompt: 'Please choose:',
    host: 'https://account.snatchbot.me',
    appId: 'hookbenchdemo',
    appSecret: 'NOTaREALsecretINVENTEDforHOOKBENCH01',
    contentType: 'application/json',
    sendMessageId: false,
    pollAfterSend: false,
    letsBrowsersIn: true,
    botLimit: 15,
    userId: '',
    timeLimit: 10,
  },
};

const story: readonly DemoStep[] = [
  'hi',
  { press: 'Balance' },
  { press: 'Everyday account' },
  'cards',
  { press: 'Order Meadow' },
  'payments',
];

/** Each feature, and each encoding of the JSON API. */
export const snatchBotModes: readonly DemoMode[] = [
  {
    id: 'webhook',
    title: 'WebHook: a notification for each message',
    settings: { feature: 'webhook', webhookUserId: true },
    as: 'user',
    steps: [{ gesture: 'verify' }, ...story],
  },
  {
    id: 'json-api-form',
    title: 'JSON API, form',
    settings: { encoding: 'form' },
    as: 'user',
    steps: [{ gesture: 'verify' }, ...story],
  },
  {
    id: 'json-api-multipart',
    title: 'JSON API, multipart',
    settings: { encoding: 'multipart' },
    as: 'user',
    steps: story,
  },
  { id: 'json-api-json', title: 'JSON API, JSON', settings: { encoding: 'json' }, as: 'user', steps: story },
  { id: 'json-api-get', title: 'JSON API, GET', settings: { encoding: 'get' }, as: 'user', steps: story },
  {
    id: 'api-channel',
    title: 'API channel',
    settings: { feature: 'api-channel' },
    as: 'user',
    steps: [{ gesture: 'start' }, ...story, { gesture: 'poll' }],
  },
];
