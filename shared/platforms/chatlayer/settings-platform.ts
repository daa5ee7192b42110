import { Type } from 'typebox';

const legA = { group: 'Emulated platform: what it takes' };
const legB = { group: 'Emulated platform: what it sends' };
const inDialects = (...is: readonly string[]) => ({ only: { field: 'dialect', is } });

/** How the emulated platform behaves. What is written nowhere public is marked as assumed. */
export const platformSettings = {
  acceptedBody: Type.Union([Type.Literal('{}'), Type.Literal('EVENT_RECEIVED')], {
    title: 'Body of a 200',
    description: 'What the current dialect answers is not known; clients do not look at it.',
    default: '{}',
    assumed: true,
    ...inDialects('d1'),
    ...legA,
  }),
  wrongTokenStatus: Type.Union([Type.Literal(401), Type.Literal(403)], {
    title: 'Status of a wrong verify token',
    description: 'What the deprecated dialect answers is not written anywhere.',
    default: 401,
    assumed: true,
    ...inDialects('d0'),
    ...legA,
  }),
  shortSender: Type.Union(
    [Type.Literal('warn', { title: 'Warn' }), Type.Literal('refuse', { title: 'Refuse with 400' })],
    {
      title: 'A sender id below 32 characters',
      description: 'The docs ask for 32 or more; what happens below is not written.',
      default: 'warn',
      assumed: true,
      ...inDialects('d0'),
      ...legA,
    },
  ),
  rateLimit: Type.Integer({
    title: 'Requests per minute',
    description:
      'Above it the answer is 429. 0: no limit, and no x-ratelimit headers. Which endpoints are limited, and at what, is not written.',
    minimum: 0,
    maximum: 1_000_000,
    default: 600,
    assumed: true,
    ...inDialects('d1', 'd2'),
    ...legA,
  }),
  rateReset: Type.Union([Type.Literal('ms', { title: 'Milliseconds' }), Type.Literal('s', { title: 'Seconds' })], {
    title: 'Unit of x-ratelimit-reset',
    description: 'The docs say seconds, and their sample is in milliseconds.',
    default: 'ms',
    assumed: true,
    ...inDialects('d1', 'd2'),
    ...legA,
  }),
  envelope: Type.Union(
    [
      Type.Literal('E1', { title: 'senderId and messageCounter (Message types page; seen in clients)' }),
      Type.Literal('E2', { title: 'recipient.id (Webhook API page)' }),
      Type.Literal('merged', { title: 'Both in one' }),
    ],
    {
      title: 'Envelope of a bot message',
      description: 'Two pages of the docs disagree. Public clients read senderId and hear nothing where it is missing.',
      default: 'E1',
      ...inDialects('d1', 'd0'),
      ...legB,
    },
  ),
  payloads: Type.Union(
    [
      Type.Literal('opaque', { title: '40 hexadecimal digits (since January 2022)' }),
      Type.Literal('json', { title: 'JSON in a string (before)' }),
    ],
    {
      title: 'Payload of a button',
      description: 'It has to come back unchanged. Clients that parse it as JSON broke when it became opaque.',
      default: 'opaque',
      ...legB,
    },
  ),
  nlpIntent: Type.String({
    title: 'Intent (nlp)',
    description: 'Sent as nlp.intent.name beside the bot’s messages, and found by the extract endpoint. Empty: none.',
    default: '',
    ...legB,
  }),
  typingDelay: Type.Integer({
    title: 'Typing speed',
    description:
      'Milliseconds between two bot messages. Chatlayer’s own default is 1500; whether the webhook waits is not written.',
    minimum: 0,
    maximum: 60_000,
    default: 0,
    assumed: true,
    ...inDialects('d1', 'd0'),
    ...legB,
  }),
  retries: Type.Integer({
    title: 'Retries',
    description: 'After an answer outside 2xx. The docs of the deprecated dialect say up to 3.',
    minimum: 0,
    maximum: 10,
    default: 3,
    ...inDialects('d1', 'd0'),
    ...legB,
  }),
  retryAfter: Type.Integer({
    title: 'First retry after',
    description: 'Milliseconds; each further retry waits twice as long. The spacing is not written anywhere.',
    minimum: 0,
    maximum: 600_000,
    default: 1000,
    assumed: true,
    ...inDialects('d1', 'd0'),
    ...legB,
  }),
  retryNoAnswer: Type.Boolean({
    title: 'Retry when no answer comes',
    description: 'A refused or lost connection or a timeout. Not written anywhere.',
    default: true,
    assumed: true,
    ...inDialects('d1', 'd0'),
    ...legB,
  }),
  callbackLimit: Type.Number({
    title: 'Time limit of what is sent',
    description: 'Seconds that the emulated platform waits for the app. Not written anywhere.',
    exclusiveMinimum: 0,
    maximum: 600,
    default: 5,
    assumed: true,
    ...legB,
  }),
  offloadChannel: Type.String({
    title: 'Channel of the conversations',
    description: 'The name of the channel type in the events of the offloading webhook.',
    default: 'web',
    ...inDialects('d2'),
    ...legB,
  }),
};
