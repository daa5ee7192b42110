import { bytesOf } from '#shared/exchange/body.ts';
import type { PlatformExample } from '#shared/platforms/platform.ts';

const token = 'NOT-A-REAL-TOKEN-invented-for-Hookbench-04';

/** A user's message as the vendor's samples have it, with invented values. */
const greeting = `{"event":"push","type":"message","entity":{"chatKey":"userChat-5f0c2d8a9b7e6c1d2f3a4b5c","id":"5f0c2d8a9b7e6c1d2f3a4b01","channelId":"10001","chatType":"userChat","chatId":"5f0c2d8a9b7e6c1d2f3a4b5c","personType":"user","personId":"5f0c2d8a9b7e6c1d2f3a4b02","createdAt":1767225600000,"blocks":[{"type":"text","value":"thanks"}],"plainText":"thanks"},"refers":{"userChat":{"id":"5f0c2d8a9b7e6c1d2f3a4b5c","state":"opened","userId":"5f0c2d8a9b7e6c1d2f3a4b02"},"user":{"id":"5f0c2d8a9b7e6c1d2f3a4b02","name":"Robin Example"}}}`;

const event = (
  title: string,
  sent: { readonly body?: string; readonly query?: string },
  expect: PlatformExample['expect'],
  settings?: PlatformExample['settings'],
): PlatformExample => ({
  title,
  end: 'app',
  request: {
    method: 'POST',
    target: `/receive/channeltalk/app${sent.query ?? `?token=${token}`}`,
    headers: [['Content-Type', 'application/json']],
    body: bytesOf(sent.body ?? greeting),
  },
  expect,
  ...(settings === undefined ? {} : { settings }),
});

const trusted = { status: 200, verdict: 'trusted' } as const;
const refused = { status: 401, verdict: 'refused' } as const;
const answered = {
  ...trusted,
  body: { blocks: [{ type: 'text', value: 'You are welcome. Is there anything else?' }] },
} as const;

/** Events that reach the app end. */
export const eventExamples: readonly PlatformExample[] = [
  event('A message of a user, answered with a quick-reply', {}, answered),
  event(
    'The same with type spelt Message',
    { body: greeting.replace('"type":"message"', '"type":"Message"') },
    answered,
  ),
  event('The same without type', { body: greeting.replace('"type":"message",', '') }, answered),
  event(
    'The same with the name of a scope as event',
    { body: greeting.replace('"push"', '"message.created.userChat"') },
    answered,
  ),
  event('The token joined to a query of the URL’s own', { query: `?shop=1&token=${token}` }, answered),
  event('No token', { query: '' }, refused),
  event('An empty token', { query: '?token=' }, refused),
  event('The token of another webhook', { query: '?token=another-token' }, refused),
  event('The token in small letters', { query: `?token=${token.toLowerCase()}` }, refused),
  event(
    'The bot’s own message coming back',
    { body: greeting.replace('"personType":"user"', '"personType":"bot"') },
    trusted,
  ),
  event(
    'A chat that opens',
    {
      body: '{"event":"push","type":"userChat","entity":{"id":"5f0c2d8a9b7e6c1d2f3a4b5c","channelId":"10001","state":"opened","managed":true,"userId":"5f0c2d8a9b7e6c1d2f3a4b02"},"refers":{"user":{"id":"5f0c2d8a9b7e6c1d2f3a4b02"}}}',
    },
    trusted,
  ),
  event(
    'A user who changed',
    { body: '{"event":"upsert","type":"user","entity":{"id":"5f0c2d8a9b7e6c1d2f3a4b02","type":"lead"},"refers":{}}' },
    trusted,
  ),
  event('A body that is cut off', { body: greeting.slice(0, 200) }, { status: 400, verdict: 'trusted' }),
  event('Answered at once, the words follow through the Open API', {}, trusted, { answerBy: 'open-api' }),
];
