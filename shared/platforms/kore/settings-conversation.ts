import { Type } from 'typebox';

const channel = { group: 'Channel' };
const user = { group: 'User' };
const wire = { group: 'Wire' };
const polling = { group: 'Polling', only: { field: 'mode', is: ['sync'] } };
const session = { group: 'Sessions' };
const callbacks = { group: 'Callbacks', only: { field: 'mode', is: ['async'] } };

/** Which of the dialects a channel speaks; these come first, as the rest depends on them. */
export const dialectSettings = {
  version: Type.Union([Type.Literal('v1', { title: 'V1' }), Type.Literal('v2', { title: 'V2' })], {
    title: 'Version',
    description: 'Which addresses our app end calls. The platform end answers both: the address decides.',
    default: 'v1',
    ...channel,
  }),
  mode: Type.Union(
    [
      Type.Literal('sync', { title: 'Synchronous: in the response' }),
      Type.Literal('async', { title: 'Asynchronous: to the POST URL' }),
    ],
    {
      title: 'Mode',
      description: 'As it is set for the channel in Kore.ai: where the bot’s answers go.',
      default: 'sync',
      ...channel,
    },
  ),
};

/** How a synchronous V2 answer comes in parts. */
export const pollingSettings = {
  pollingEnabled: Type.Boolean({
    title: 'Polling enabled',
    description: 'V2: when the bot has more to say, the first reply carries a pollId. Off: everything comes at once.',
    default: true,
    ...polling,
  }),
  firstMessages: Type.Integer({
    title: 'Messages in the first reply',
    description: 'How many the emulated platform sends before it lets the app poll for the rest.',
    minimum: 0,
    maximum: 100,
    default: 1,
    assumed: true,
    ...polling,
  }),
  pollsInProgress: Type.Integer({
    title: 'Polls until the rest is there',
    description: 'How often the emulated platform answers “Inprogress” first.',
    minimum: 0,
    maximum: 1000,
    default: 1,
    assumed: true,
    ...polling,
  }),
  pollInterval: Type.Integer({
    title: 'Poll interval',
    description: 'Milliseconds that our app end waits before each poll. Clients were seen with 1000 to 3000.',
    minimum: 0,
    maximum: 60_000,
    default: 1000,
    ...polling,
  }),
  pollLimit: Type.Integer({
    title: 'Polls at most',
    description: 'How often our app end polls for one answer before it gives up.',
    minimum: 0,
    maximum: 1000,
    default: 30,
    ...polling,
  }),
  pollUnderInstance: Type.Boolean({
    title: 'Poll below the webhook instance',
    description:
      'Further instances only: /hookInstance/… stays in the address of a poll. Documented is the address without it.',
    default: false,
    assumed: true,
    ...polling,
  }),
};

/** Sessions, as the emulated platform keeps them. */
export const sessionSettings = {
  sessionMinutes: Type.Number({
    title: 'Session ends after',
    description: 'Minutes without a message. Kore.ai documents 15.',
    exclusiveMinimum: 0,
    maximum: 100_000,
    default: 15,
    ...session,
  }),
  sendsSessionId: Type.Boolean({
    title: 'Session id in V2 answers',
    description: 'Not in the docs, but several clients read it.',
    default: true,
    assumed: true,
    ...session,
  }),
};

/** Where asynchronous answers go, and how their sender shows who it is. */
export const callbackSettings = {
  postUrl: Type.String({
    title: 'POST URL',
    description: 'Where the emulated platform posts each message. Not needed while Hookbench plays the app end.',
    default: '',
    pattern: String.raw`^(https?://[^\s/?#@]+(/[^\s#]*)?)?$`,
    must: 'be empty, or begin with http:// or https://',
    ...callbacks,
  }),
  accessToken: Type.String({
    title: 'Access Token',
    description: 'Sent with each message that is posted, and expected by our app end.',
    default: '',
    secret: true,
    ...callbacks,
  }),
  accessTokenHeader: Type.Union(
    [
      Type.Literal('bearer', { title: 'Authorization: Bearer …' }),
      Type.Literal('authorization', { title: 'Authorization: …' }),
      Type.Literal('x-access-token', { title: 'x-access-token: …' }),
      Type.Literal('other', { title: 'Another header' }),
      Type.Literal('none', { title: 'Not sent' }),
    ],
    {
      title: 'How the Access Token is sent',
      description: 'Not documented anywhere public.',
      default: 'bearer',
      assumed: true,
      ...callbacks,
    },
  ),
  accessTokenHeaderName: Type.String({
    title: 'Name of the other header',
    description: 'For “Another header”.',
    default: 'X-Kore-Token',
    pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$",
    must: 'be a header name (RFC 9110 §5.1)',
    group: 'Callbacks',
    assumed: true,
    only: { field: 'accessTokenHeader', is: ['other'] },
  }),
  accessTokenFormat: Type.String({
    title: 'Format of the other header',
    description: 'Where {token} stands, the Access Token goes.',
    default: '{token}',
    pattern: String.raw`^[^\r\n\0]*\{token\}[^\r\n\0]*$`,
    must: 'be one line with {token} in it',
    group: 'Callbacks',
    assumed: true,
    only: { field: 'accessTokenHeader', is: ['other'] },
  }),
  publicUrl: Type.String({
    title: 'Public address of Hookbench',
    description: 'For the checklist: the address under which Kore.ai reaches this bench, such as that of a tunnel.',
    default: '',
    pattern: String.raw`^(https?://[^\s/?#@]+)?$`,
    must: 'be empty, or begin with http:// or https:// and name a host without a path',
    ...callbacks,
  }),
  callbackInterval: Type.Integer({
    title: 'Pause between messages',
    description: 'Milliseconds before each message that is posted.',
    minimum: 0,
    maximum: 60_000,
    default: 0,
    assumed: true,
    ...callbacks,
  }),
  callbackRetries: Type.Integer({
    title: 'Retries',
    description: 'How often a message is posted again when it was not taken. Not documented; none is the default.',
    minimum: 0,
    maximum: 10,
    default: 0,
    assumed: true,
    ...callbacks,
  }),
  callbackRetryAfter: Type.Integer({
    title: 'Pause before a retry',
    description: 'Milliseconds.',
    minimum: 0,
    maximum: 600_000,
    default: 1000,
    assumed: true,
    ...callbacks,
  }),
  ackBody: Type.Union([Type.Literal('empty', { title: 'Empty' }), Type.Literal('object', { title: '{}' })], {
    title: 'Body of the V1 acknowledgement',
    description: 'What the emulated platform answers at once. The docs say empty; some parsers need {}.',
    default: 'empty',
    assumed: true,
    ...callbacks,
  }),
  messageFlags: Type.Boolean({
    title: 'endOfMessage and partialMessage',
    description: 'V2 flags on each message that is posted: the last one of a turn, and the ones before it.',
    default: true,
    ...callbacks,
  }),
};

/** How V2 is written, where the docs leave a choice. */
export const wireSettings = {
  addressedV2: Type.Boolean({
    title: 'to and from on V2',
    description: 'Whether V2 answers carry them: one sample of the docs does, the others do not.',
    default: true,
    assumed: true,
    ...wire,
  }),
  escapeTemplatesV2: Type.Boolean({
    title: 'Escape templates on V2',
    description: 'As on V1. Whether V2 does it is not known.',
    default: false,
    assumed: true,
    ...wire,
  }),
  retryAfter: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
    title: 'Retry-After',
    description:
      'Seconds that the emulated platform names with 429. Empty: the header is left out, as no page names it.',
    default: null,
    assumed: true,
    ...wire,
  }),
};

/** What our app end adds to a message. */
export const messageSettings = {
  language: Type.String({
    title: 'Language (interactiveLanguage)',
    description: 'V2: sent with each message. Empty: left out.',
    default: '',
    ...user,
  }),
  attachmentForm: Type.Union(
    [Type.Literal('object', { title: 'An object with url' }), Type.Literal('link', { title: 'A plain link' })],
    {
      title: 'Attachments as',
      description: 'Older docs write plain links, newer ones objects.',
      default: 'object',
      ...wire,
    },
  ),
};
