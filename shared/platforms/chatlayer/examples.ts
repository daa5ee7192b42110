import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { PlatformExample } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';

const user = 'a7355930-fa92-11e7-8308-2f056e75d1ee';
const token = 'NOT-A-REAL-TOKEN-invented-for-Hookbench-02';
const verifyToken = 'not-a-real-verify-token-5HkQ2v';

const current = '/v1/channels/webhook/6039070a9f07e351b99e2bd4/messages';
const deprecated = '/api/webhookMessage/DEMO-larkspur01';
const actions = `/v1/bots/DEMO-larkspur01/conversations/${user}/actions?version=LIVE`;
const receiver = '/receive/chatlayer/6039070a9f07e351b99e2bd4';
const offload = '/receive/chatlayer-offload/DEMO-larkspur01';

const json = ['Content-Type', 'application/json'] as const;
const bearer = [['Authorization', `Bearer ${token}`], json] as const;

type Sent = {
  readonly method?: string;
  readonly target: string;
  readonly headers?: HeaderLines;
  readonly body: string;
};

const example = (
  end: PlatformExample['end'],
  title: string,
  { method = 'POST', target, headers = [json], body }: Sent,
  expect: PlatformExample['expect'],
  settings?: JsonObject,
): PlatformExample => ({
  title,
  end,
  request: { method, target, headers, body: bytesOf(body) },
  ...(settings === undefined ? {} : { settings }),
  expect,
});

const toCurrent = (
  title: string,
  body: string,
  expect: PlatformExample['expect'],
  headers: HeaderLines = bearer,
): PlatformExample => example('platform', title, { target: current, headers, body }, expect);

const accepted = { status: 200, verdict: 'trusted', body: {} } as const;
const unauthorized = { status: 401, verdict: 'refused', body: { message: 'Unauthorized' } } as const;
const unusable = { status: 400, verdict: 'trusted' } as const;

const currentExamples: readonly PlatformExample[] = [
  toCurrent('A greeting', `{"conversationId":"${user}","message":{"textMessage":{"text":"hi"}}}`, accepted),
  toCurrent(
    'A greeting by user.id, with session data',
    `{"user":{"id":"${user}","firstName":"Robin","preferredLanguage":"en"},"message":{"textMessage":{"text":"hi"}},"sessionData":{"address.zipCode":"2000"}}`,
    accepted,
  ),
  toCurrent(
    'The welcome of the bot: introMessage',
    `{"conversationId":"${user}","message":{"introMessage":{}}}`,
    accepted,
  ),
  toCurrent(
    'A button: postbackMessage',
    `{"conversationId":"${user}","message":{"postbackMessage":{"title":"Balance","nextDialogstateId":"balance","sessionDataToSet":[{"key":"k","value":"v"}]}}}`,
    accepted,
  ),
  toCurrent('Session data alone', `{"conversationId":"${user}","sessionData":{"tier":"gold"}}`, accepted),
  toCurrent(
    'No Authorization header',
    `{"conversationId":"${user}","message":{"textMessage":{"text":"hi"}}}`,
    unauthorized,
    [json],
  ),
  toCurrent(
    'The access token in lower case',
    `{"conversationId":"${user}","message":{"textMessage":{"text":"hi"}}}`,
    unauthorized,
    [['Authorization', `Bearer ${token.toLowerCase()}`], json],
  ),
  toCurrent(
    'verifyToken in the body instead of an access token',
    `{"text":"hi","sender":{"id":"${user}"},"verifyToken":"${verifyToken}"}`,
    unauthorized,
    [json],
  ),
  toCurrent('The form of the deprecated dialect', `{"text":"hi","sender":{"id":"${user}"}}`, unusable),
  toCurrent('The form of bot messages', `{"conversationId":"${user}","message":{"text":"hi"}}`, unusable),
  toCurrent('A body that is not JSON', "{'message': {}}", unusable),
];

const isDeprecated = { dialect: 'd0' };
const toDeprecated = (title: string, body: string, expect: PlatformExample['expect']): PlatformExample =>
  example('platform', title, { target: deprecated, body }, expect, isDeprecated);

const deprecatedExamples: readonly PlatformExample[] = [
  toDeprecated(
    'Deprecated: a greeting',
    `{"text":"hi","sender":{"id":"${user}"},"verifyToken":"${verifyToken}","locale":"fr"}`,
    {
      status: 200,
      verdict: 'trusted',
    },
  ),
  toDeprecated(
    'Deprecated: a wrong verify token',
    `{"text":"hi","sender":{"id":"${user}"},"verifyToken":"8wMsLZkdDPT64nqh"}`,
    unauthorized,
  ),
  toDeprecated('Deprecated: no sender', `{"text":"hi","verifyToken":"${verifyToken}"}`, unusable),
  example(
    'platform',
    'The deprecated address of a channel of the current dialect',
    { target: deprecated, body: `{"text":"hi","sender":{"id":"${user}"},"verifyToken":"${verifyToken}"}` },
    { status: 404, verdict: 'unchecked', body: { message: 'Not Found' } },
  ),
];

const toReceiver = (title: string, body: string, expect: PlatformExample['expect']): PlatformExample =>
  example('app', title, { target: receiver, body }, expect);

const received = { status: 200, verdict: 'trusted' } as const;

const receiverExamples: readonly PlatformExample[] = [
  toReceiver(
    'A message of the bot, with senderId',
    `{"senderId":"${user}","message":{"text":"Hi, I'm a chatbot"},"messageCounter":1,"verifyToken":"${verifyToken}"}`,
    received,
  ),
  toReceiver(
    'A message of the bot, with recipient.id',
    `{"recipient":{"id":"default-b94215f0-0000-4000-8000-000000000001"},"verifyToken":"${verifyToken}","message":{"text":"Hello"}}`,
    received,
  ),
  toReceiver(
    'Buttons with opaque payloads',
    `{"senderId":"${user}","message":{"attachment":{"type":"template","payload":{"template_type":"button","text":"In which language?","buttons":[{"type":"postback","title":"Nederlands","payload":"437a034cde170b50de1b6a87d1cba104e39b1f6e"}]}}},"messageCounter":1,"verifyToken":"${verifyToken}"}`,
    received,
  ),
  toReceiver(
    'An event for the app',
    `{"senderId":"${user}","message":{"type":"event","name":"order-placed","total":12},"messageCounter":2,"verifyToken":"${verifyToken}"}`,
    received,
  ),
  toReceiver(
    'A message of the bot with another verify token',
    `{"senderId":"${user}","message":{"text":"Hello"},"messageCounter":1,"verifyToken":"8wMsLZkdDPT64nqh"}`,
    { status: 401, verdict: 'refused' },
  ),
];

const isOffload = { dialect: 'd2' };
const withToken = `${offload}?challenge.verifyToken=${verifyToken}`;

const offloadExamples: readonly PlatformExample[] = [
  example(
    'app',
    'Offloading: the health check',
    { method: 'GET', target: withToken, headers: [], body: '' },
    { status: 200, verdict: 'trusted', body: { status: 'ok' } },
    isOffload,
  ),
  example(
    'app',
    'Offloading: a handover',
    {
      target: withToken,
      body: `{"botId":"DEMO-larkspur01","version":"LIVE","sessionId":"${user}","channel":"web","timestamp":"2026-01-01T00:00:00.000Z","event":"offload","payload":{},"transcript":[]}`,
    },
    { status: 200, verdict: 'trusted', body: { offloadSuccess: true, pauseBot: true } },
    isOffload,
  ),
  example(
    'app',
    'Offloading: the token in the body, as on the webhook channel',
    {
      target: offload,
      body: `{"sessionId":"${user}","event":"messages","messages":[],"verifyToken":"${verifyToken}"}`,
    },
    { status: 401, verdict: 'refused' },
    isOffload,
  ),
  example(
    'platform',
    'Offloading: an agent speaks',
    {
      target: actions,
      headers: bearer,
      body: '{"sendMessages":[{"textMessageTemplate":{"textMessages":[{"text":"Hello, I am Robin."}]}}]}',
    },
    accepted,
    isOffload,
  ),
];

/** Requests to both ends in all dialects, and what comes of them with the demo channel. The bodies are those of the vendor's pages and of public clients, with invented values. */
export const chatlayerExamples: readonly PlatformExample[] = [
  ...currentExamples,
  ...deprecatedExamples,
  ...receiverExamples,
  ...offloadExamples,
];
