import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { PlatformExample } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { examplePublicKey, exampleTokens } from './example-tokens.ts';

const bot = 'st-1f0c7a52-3d4e-5b6f-8a90-2b3c4d5e6f70';
const greeting = `{"session":{"new":true},"message":{"text":"hi"},"from":{"id":"u-42"},"to":{"id":"${bot}"}}`;
const greetingV2 = '{"session":{"new":true},"message":{"type":"text","val":"hi"},"from":{"id":"u-42"}}';

type Sent = {
  readonly method?: string;
  readonly path: string;
  readonly headers: HeaderLines;
  readonly type?: string;
  readonly body?: string;
  readonly settings?: JsonObject;
};

const example = (title: string, sent: Sent, expect: PlatformExample['expect']): PlatformExample => ({
  title,
  end: 'platform',
  request: {
    method: sent.method ?? 'POST',
    target: sent.path,
    headers: [
      ...sent.headers,
      ...(sent.body === undefined ? [] : [['Content-Type', sent.type ?? 'application/json'] as const]),
    ],
    body: bytesOf(sent.body ?? ''),
  },
  ...(sent.settings === undefined ? {} : { settings: sent.settings }),
  expect,
});

const bearer = (token: string): HeaderLines => [['Authorization', `bearer ${token}`]];
const good = bearer(exampleTokens.valid);
const auth: HeaderLines = [['auth', exampleTokens.valid]];
const accepted = { status: 200, verdict: 'trusted' } as const;
const refused = {
  status: 401,
  verdict: 'refused',
  body: { errors: [{ msg: 'Invalid Access token', code: 401 }] },
} as const;
const unusable = {
  status: 400,
  verdict: 'trusted',
  body: { errors: [{ msg: 'Invalid Request Payload', code: 400 }] },
} as const;

const message = (title: string, token: string, settings: JsonObject, expect: PlatformExample['expect']) =>
  example(title, { path: `/chatbot/hooks/${bot}`, headers: bearer(token), body: greeting, settings }, expect);

const rsa = { algorithm: 'RS256', publicKey: examplePublicKey };

/** Tokens that the app's settings decide about. They were made by openssl; the private key of the pair was thrown away. */
export const tokenExamples: readonly PlatformExample[] = [
  message('Signed with an RSA key, RS256', exampleTokens.rs256, rsa, accepted),
  message('Signed with an RSA key, RS512', exampleTokens.rs512, { ...rsa, algorithm: 'RS512' }, accepted),
  message('Signed with the public key as a secret', exampleTokens.confused, rsa, refused),
  message(
    'RS256, and a public key that is cut off',
    exampleTokens.rs256,
    { ...rsa, publicKey: examplePublicKey.slice(0, 90) },
    refused,
  ),
  message('Signed with HS512, as the app wants', exampleTokens.hs512, { algorithm: 'HS512' }, accepted),
  message('A jti, where the app enforces it', exampleTokens.withJti, { enforceJti: true }, accepted),
  message('No jti, where the app enforces it', exampleTokens.valid, { enforceJti: true }, refused),
  message('An anonymous user', exampleTokens.anonymous, {}, { status: 412, verdict: 'refused' }),
  message('An anonymous user, where the app allows them', exampleTokens.anonymous, { allowAnonymous: true }, accepted),
  example(
    'userIdentity is from.id',
    { path: `/chatbot/v2/webhook/${bot}`, headers: bearer(exampleTokens.identity), body: greetingV2 },
    accepted,
  ),
  example(
    'userIdentity is not from.id',
    {
      path: `/chatbot/v2/webhook/${bot}`,
      headers: bearer(exampleTokens.identity),
      body: greetingV2.replace('u-42', 'u-43'),
    },
    { status: 401, verdict: 'refused' },
  ),
];

const boundary = 'invented-boundary';
const multipart = `multipart/form-data; boundary=${boundary}`;
const part = (head: string, value: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
const upload = [
  part('name="file"; filename="a.txt"', 'hello'),
  part('name="fileContext"', 'workflows'),
  part('name="fileExtension"', 'txt'),
  part('name="Filename"', 'a.txt'),
  `--${boundary}--\r\n`,
].join('');

const intent = `/api/v1.1/rest/bot/${bot}/findIntent?fetchConfiguredTasks=false`;
const notification =
  '{"channel":"ivr","userIdentityType":"resolve","message":{"type":"text","value":"Your order has been shipped."},"identities":[{"email":"robin@example.com"}]}';
const sts = '/users/sts';
const asynchronous = { version: 'v2', mode: 'async' };

/** Calls of the services beside the conversation. */
export const serviceExamples: readonly PlatformExample[] = [
  example(
    'A browser asks for leave',
    {
      method: 'OPTIONS',
      path: `/chatbot/v2/webhook/${bot}`,
      headers: [
        ['Origin', 'https://page.example'],
        ['Access-Control-Request-Method', 'POST'],
        ['Access-Control-Request-Headers', 'authorization,content-type'],
      ],
    },
    { status: 204, verdict: 'unchecked' },
  ),
  example(
    'A file is uploaded',
    { path: '/api/public/uploadfile', headers: good, type: multipart, body: upload },
    accepted,
  ),
  example(
    'A file is uploaded without its form',
    { path: '/api/public/uploadfile', headers: good, body: '{}' },
    unusable,
  ),
  example('A file in chunks begins', { path: `/api/attachments/${bot}/ivr/token`, headers: good }, accepted),
  example(
    'A chunk for a fileToken that is not known',
    {
      path: `/api/attachments/${bot}/ivr/token/unknown/chunk`,
      headers: good,
      type: multipart,
      body: `${part('name="chunk"; filename="blob"', 'hello')}${part('name="chunkNo"', '0')}--${boundary}--\r\n`,
    },
    unusable,
  ),
  example(
    'The chat history before the first word',
    {
      method: 'GET',
      path: `/api/chathistory/${bot}/ivr?botId=${bot}&limit=10`,
      headers: good,
      settings: { botIcon: 'https://pictures.example/bot.png' },
    },
    { ...accepted, body: { messages: [], moreAvailable: false, icon: 'https://pictures.example/bot.png' } },
  ),
  example(
    'The picture of the bot',
    {
      method: 'GET',
      path: `/api/botmeta/${bot}`,
      headers: good,
      settings: { botIcon: 'https://pictures.example/bot.png' },
    },
    { ...accepted, body: { icon: 'https://pictures.example/bot.png' } },
  ),
  example(
    'The picture of the bot, without a token',
    { method: 'GET', path: `/api/botmeta/${bot}`, headers: [] },
    refused,
  ),
  example(
    'Which intent is in a text',
    { path: intent, headers: auth, body: '{"input":"What is my balance?","streamName":"Demo"}' },
    accepted,
  ),
  example('Which intent, with the token in the wrong header', { path: intent, headers: good, body: '{}' }, refused),
  example(
    'A notification on an asynchronous V2 channel',
    { path: `/api/public/bot/${bot}/notifyV2`, headers: auth, body: notification, settings: asynchronous },
    accepted,
  ),
  example(
    'A notification on a synchronous channel',
    { path: `/api/public/bot/${bot}/notifyV2`, headers: auth, body: notification },
    unusable,
  ),
  example(
    'A notification to nobody',
    {
      path: `/api/public/bot/${bot}/notifyV2`,
      headers: auth,
      body: notification.replace('{"email":"robin@example.com"}', ''),
      settings: asynchronous,
    },
    unusable,
  ),
  example(
    'A page asks for a token, and the service is off',
    { path: sts, headers: [], body: '{"identity":"u-42"}' },
    { status: 404, verdict: 'unchecked' },
  ),
  example(
    'A page asks for a token with a form',
    {
      path: sts,
      headers: [],
      type: 'application/x-www-form-urlencoded; charset=UTF-8',
      body: 'clientId=cs-8e2d41b6-97a3-5c1f-b0e4-6d7f8a9b0c1d&clientSecret=NOT-A-REAL-SECRET-invented-for-Hookbench-01%3D&identity=u-42&aud=&isAnonymous=false',
      settings: { jwtService: true },
    },
    accepted,
  ),
  example(
    'A page of another app asks for a token',
    {
      path: sts,
      headers: [],
      body: '{"clientId":"cs-another","identity":"u-42"}',
      settings: { jwtService: true },
    },
    refused,
  ),
];
