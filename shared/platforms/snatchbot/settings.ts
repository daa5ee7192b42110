import { Type, type Static } from 'typebox';
import type { JsonObject } from '#shared/text/json.ts';

const only = (...features: readonly string[]) => ({ only: { field: 'feature', is: features } });
const webhook = { group: 'WebHook', ...only('webhook') };
const jsonApi = { group: 'JSON API', ...only('json-api') };
const answer = { group: 'Answers of the app', ...only('json-api') };
const apiChannel = { group: 'API channel', ...only('api-channel') };
const assumed = { assumed: true };

const address = { pattern: String.raw`^https?://[^\s/?#@]+([/?][^\s#]*)?$`, must: 'begin with http:// or https://' };
const credential = { expected: { pattern: '^[A-Za-z0-9]{1,55}$', hint: 'up to 55 Latin letters and digits' } };

const choice = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([value, title]) => Type.Literal(value, { title }));

/** All that a SnatchBot channel can be told. Flat; the feature decides which of it matters. */
export const SnatchBotSettings = Type.Object(
  {
    feature: Type.Union(
      [
        Type.Literal('webhook', { title: 'WebHook: SnatchBot tells your server' }),
        Type.Literal('json-api', { title: 'JSON API interaction: SnatchBot asks your server' }),
        Type.Literal('api-channel', { title: 'API channel: your program talks to SnatchBot' }),
      ],
      {
        title: 'Feature',
        description: 'The three are easily mixed up; each is a channel of its own.',
        default: 'json-api',
      },
    ),
    botId: Type.String({
      title: 'Bot id',
      description: 'The number of the bot.',
      minLength: 1,
      expected: { pattern: '^[0-9]+$', hint: 'digits only' },
    }),
    webhookUrl: Type.String({
      title: 'WebHook address',
      description: 'Your server, told of every message when Hookbench does not play the app.',
      default: 'http://127.0.0.1:5000/webhook',
      ...address,
      ...webhook,
    }),
    webhookScope: Type.Union(
      [
        Type.Literal('bot', { title: 'Whole bot: each message, both ways' }),
        Type.Literal('connection', { title: 'One connection: when it is taken' }),
      ],
      {
        title: 'Set for',
        description: 'In the bot’s settings, or in the Connections tab of one interaction.',
        default: 'bot',
        ...webhook,
      },
    ),
    webhookEncoding: Type.Union(
      [Type.Literal('json', { title: 'JSON' }), Type.Literal('form', { title: 'Form (urlencoded)' })],
      {
        title: 'Body',
        description: 'The only sample is JSON; the media type is not stated.',
        default: 'json',
        ...assumed,
        ...webhook,
      },
    ),
    strayQuote: Type.Boolean({
      title: 'Stray apostrophe in time',
      description: 'As in the vendor’s sample: the time ends in an apostrophe.',
      default: false,
      ...assumed,
      ...webhook,
    }),
    webhookUserId: Type.Boolean({
      title: 'Send user_id',
      description: 'The docs promise the user’s id, their sample has none.',
      default: false,
      ...assumed,
      ...webhook,
    }),
    webhookIp: Type.String({
      title: 'IP address (ip)',
      description: 'Whose it is is not said.',
      default: '203.0.113.7',
      ...assumed,
      ...webhook,
    }),
    apiUrl: Type.String({
      title: 'API address',
      description:
        'Your server, asked when Hookbench does not play the app. A query of its own is kept, in a loopback too.',
      default: 'http://127.0.0.1:5000/',
      ...address,
      ...jsonApi,
    }),
    encoding: Type.Union(
      [
        Type.Literal('form', { title: 'POST, form (urlencoded)' }),
        Type.Literal('multipart', { title: 'POST, form (multipart)' }),
        Type.Literal('json', { title: 'POST, JSON' }),
        Type.Literal('get', { title: 'GET, query' }),
      ],
      {
        title: 'Request',
        description: 'Forms are what was seen on the wire.',
        default: 'form',
        ...assumed,
        ...jsonApi,
      },
    ),
    moduleId: Type.String({
      title: 'Interaction id (module_id)',
      description: 'Of the JSON API interaction.',
      default: '4200',
      minLength: 1,
      ...jsonApi,
    }),
    chatChannel: Type.Union(
      ['text chat', 'web chat', 'facebook', 'slack', 'skype', 'API', 'email', 'SMS'].map((each) => Type.Literal(each)),
      { title: 'Channel of the chat (channel)', default: 'web chat', ...jsonApi },
    ),
    sendSessionId: Type.Boolean({
      title: 'Send session_id',
      description: 'One public server reads it; the docs do not name it.',
      default: false,
      ...jsonApi,
    }),
    extraFields: Type.Record(Type.String(), Type.Unknown(), {
      title: 'More fields',
      description: 'User attributes sent with each request; their names are yours.',
      default: {},
      json: true,
      ...assumed,
      ...jsonApi,
    }),
    errorResponse: Type.String({
      title: 'Error response',
      description: 'What the chat shows when your server gives no usable answer.',
      default: 'Sorry, something went wrong. Please try again later.',
      minLength: 1,
      ...jsonApi,
    }),
    verifyMethod: Type.Union(choice({ POST: 'POST with a sample', GET: 'GET', HEAD: 'HEAD' }), {
      title: 'Verify asks with',
      description: 'What the Verify button sends is not documented; 200 is what passes.',
      default: 'POST',
      ...assumed,
      group: 'Verify',
      ...only('webhook', 'json-api'),
    }),
    postbackAs: Type.Union(choice({ module: 'module buttons', suggested: 'suggested replies' }), {
      title: 'Buttons go as',
      description:
        'A payload of digits is an interaction’s id; any other gets an invented one, which only a loopback knows.',
      default: 'module',
      ...answer,
    }),
    cardPrompt: Type.String({
      title: 'Words beside cards',
      description: 'Used where an answer has cards but no words: an empty message would be an error.',
      default: 'Please choose:',
      minLength: 1,
      ...answer,
    }),
    host: Type.String({
      title: 'SnatchBot address',
      description: 'Called when Hookbench does not play the platform.',
      pattern: String.raw`^https?://[^\s/?#@]+/?$`,
      must: 'begin with http:// or https://, and name a host without a path',
      default: 'https://account.snatchbot.me',
      ...apiChannel,
    }),
    appId: Type.String({
      title: 'App ID',
      description: 'Chosen by you under Channels, Other/API.',
      default: '',
      ...credential,
      ...apiChannel,
    }),
    appSecret: Type.String({
      title: 'App secret',
      description: 'Goes into the path of the address.',
      default: '',
      secret: true,
      ...credential,
      ...apiChannel,
    }),
    contentType: Type.Union(
      choice({
        'application/json': 'application/json',
        'application/json; charset=utf-8': 'application/json; charset=utf-8',
        'text/plain;charset=UTF-8': 'text/plain (as fetch does)',
        none: 'none',
      }),
      {
        title: 'Content-Type',
        description: 'What our client says; the body is JSON each time.',
        default: 'application/json',
        ...apiChannel,
      },
    ),
    sendMessageId: Type.Boolean({
      title: 'Send message_id',
      description: 'Some clients add message_id=0 to what they post.',
      default: false,
      ...apiChannel,
    }),
    pollAfterSend: Type.Boolean({
      title: 'Poll after each message',
      description: 'Our client asks for messages after each answer.',
      default: false,
      ...apiChannel,
    }),
    botLimit: Type.Number({
      title: 'Bot’s time limit',
      description: 'Seconds until the emulated platform gives up on its bot and answers 504.',
      exclusiveMinimum: 0,
      maximum: 600,
      default: 15,
      ...assumed,
      ...apiChannel,
    }),
    userId: Type.String({
      title: 'User id',
      description: 'The user of a new conversation. Empty: a new one is invented each time.',
      default: '',
      group: 'User',
    }),
    timeLimit: Type.Number({
      title: 'Time limit',
      description: 'Seconds until a request of ours is given up. SnatchBot’s own limit is not documented.',
      exclusiveMinimum: 0,
      maximum: 600,
      default: 10,
      ...assumed,
      group: 'Limits',
    }),
  },
  { additionalProperties: false },
);

export type SnatchBotSettings = Omit<
  Static<typeof SnatchBotSettings>,
  'verifyMethod' | 'postbackAs' | 'contentType'
> & {
  readonly verifyMethod: 'POST' | 'GET' | 'HEAD';
  readonly postbackAs: 'module' | 'suggested';
  readonly contentType: string;
};

/** The channel's settings as this platform's. They were checked when they came in, but a secret may have been lost since: then it is empty. */
export const snatchBotSettings = (settings: JsonObject): SnatchBotSettings =>
  ({ appSecret: '', ...settings }) as unknown as SnatchBotSettings;
