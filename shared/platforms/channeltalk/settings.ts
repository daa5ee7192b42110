import { Type, type Static } from 'typebox';
import type { JsonObject } from '#shared/text/json.ts';

const webhook = { group: 'Webhook' };
const wire = { group: 'Wire' };
const reply = { group: 'Reply of the app' };
const api = { group: 'Open API' };
const people = { group: 'People' };

/** What a v5 webhook can subscribe to; there is none for chats that are closed or changed. */
export const scopes = [
  'userChat.opened',
  'message.created.userChat',
  'message.created.teamChat',
  'lead.upserted.contact',
  'lead.upserted.subscription',
  'lead.deleted',
  'member.upserted.contact',
  'member.upserted.subscription',
  'member.deleted',
] as const;
export type Scope = (typeof scopes)[number];

const scopeWords = [...scopes.map((each) => each.replaceAll('.', String.raw`\.`)), String.raw`\*`].join('|');
const address = {
  pattern: String.raw`^https?://[^\s/?#@]+/?$`,
  must: 'begin with http:// or https://, and name a host without a path',
};

/** All that a Channel Talk channel can be told. */
export const ChannelTalkSettings = Type.Object(
  {
    answerBy: Type.Union(
      [
        Type.Literal('quick-reply', { title: 'In the response (x-quick-reply)' }),
        Type.Literal('open-api', { title: 'Through the Open API, later' }),
      ],
      {
        title: 'The app answers',
        description: 'In its response to the event, or with 200 at once and a call to the Open API.',
        default: 'quick-reply',
        ...reply,
      },
    ),
    apiVersion: Type.Union([Type.Literal('v5'), Type.Literal('v4')], {
      title: 'Version',
      description: 'Of the webhook: the shape of its events. The app end uses the same version of the Open API.',
      default: 'v5',
      ...webhook,
    }),
    webhookName: Type.String({ title: 'Name', default: 'Hookbench', minLength: 1, ...webhook }),
    webhookUrl: Type.String({
      title: 'URL',
      description: 'Where events are sent when Hookbench does not play the app end.',
      pattern: String.raw`^https?://[^\s/?#@]+(/[^\s#]*)?$`,
      must: 'begin with http:// or https://, and name a host',
      default: 'http://127.0.0.1:3000/',
      ...webhook,
    }),
    receiverId: Type.String({
      title: 'Receiver id',
      description: 'The end of the path where the app end of Hookbench takes events: /receive/channeltalk/…',
      pattern: '^[A-Za-z0-9._~-]+$',
      must: 'hold letters, digits, dots, dashes or underscores only',
      default: 'app',
      ...webhook,
    }),
    token: Type.String({
      title: 'Token',
      description: 'Channel Talk makes it and appends it to the URL as ?token=. Compared as it stands.',
      minLength: 1,
      secret: true,
      ...webhook,
    }),
    scopes: Type.String({
      title: 'Scopes',
      description: 'What the webhook is told, with commas between; * is everything.',
      pattern: `^\\s*((${scopeWords})(\\s*,\\s*(${scopeWords}))*)?\\s*$`,
      must: 'be names of scopes with commas between, such as userChat.opened',
      default: scopes.join(', '),
      only: { field: 'apiVersion', is: ['v5'] },
      ...webhook,
    }),
    watchUserChats: Type.Boolean({
      title: 'User chats',
      description: 'Whether a v4 webhook is told of user chats.',
      default: true,
      only: { field: 'apiVersion', is: ['v4'] },
      ...webhook,
    }),
    watchGroups: Type.Boolean({
      title: 'Team chats',
      description: 'Whether a v4 webhook is told of team chats.',
      default: true,
      only: { field: 'apiVersion', is: ['v4'] },
      ...webhook,
    }),
    keywords: Type.String({
      title: 'Keywords',
      description: 'With commas between: only messages with one of them are sent. Empty: all. Deprecated in v5.',
      default: '',
      ...webhook,
    }),
    typeCase: Type.Union(
      [
        Type.Literal('lower', { title: 'message, userChat (as in samples)' }),
        Type.Literal('capitalised', { title: 'Message, UserChat (as in the prose)' }),
        Type.Literal('absent', { title: 'No type at all' }),
      ],
      {
        title: 'Spelling of type',
        description: 'The docs contradict themselves: an app has to take each.',
        default: 'lower',
        ...wire,
      },
    ),
    eventNames: Type.Union(
      [
        Type.Literal('words', { title: 'push, upsert' }),
        Type.Literal('old', { title: 'create, update (older page)' }),
        Type.Literal('scopes', { title: 'The name of the scope (vendor’s n8n node)' }),
      ],
      { title: 'Spelling of event', description: 'What stands in event.', default: 'words', assumed: true, ...wire },
    ),
    eventLimit: Type.Number({
      title: 'Limit of an event',
      description: 'Seconds that Channel Talk waits for the app.',
      exclusiveMinimum: 0,
      maximum: 600,
      default: 10,
      assumed: true,
      ...wire,
    }),
    countsUnanswered: Type.Boolean({
      title: 'Count what is no answer',
      description: 'Whether timeouts, lost connections and 3xx count as failures, besides 4xx and 5xx.',
      default: true,
      assumed: true,
      ...wire,
    }),
    loopLimit: Type.Integer({
      title: 'Loop limit',
      description:
        'Bot messages in a row after which Hookbench sends no more events of them. Channel Talk has no such limit.',
      minimum: 1,
      maximum: 100,
      default: 10,
      ...wire,
    }),
    quickReply: Type.Boolean({
      title: 'Send x-quick-reply',
      description: 'Without the header the body is ignored. A reply rule can say otherwise.',
      default: true,
      only: { field: 'answerBy', is: ['quick-reply'] },
      ...reply,
    }),
    botName: Type.String({
      title: 'Name of the bot',
      description: 'Sent as x-bot-name or botName. Empty: left out, and the channel’s name is shown.',
      pattern: String.raw`^[^@#$%:/\\]*$`,
      must: 'hold none of @ # $ % : / \\',
      default: '',
      ...reply,
    }),
    ignoresDuplicates: Type.Boolean({
      title: 'Ignore duplicates',
      description: 'The app answers an event of the same message once.',
      default: true,
      ...reply,
    }),
    host: Type.String({
      title: 'Address of the Open API',
      description: 'The platform that is called when Hookbench does not play the platform end.',
      ...address,
      default: 'https://api.channel.io',
      ...api,
    }),
    accessKey: Type.String({ title: 'Access key', description: 'Sent as x-access-key.', minLength: 1, ...api }),
    accessSecret: Type.String({
      title: 'Access secret',
      description: 'Sent as x-access-secret.',
      minLength: 1,
      secret: true,
      ...api,
    }),
    rateLimit: Type.Integer({
      title: 'Rate limit',
      description: 'Requests until 429. Channel Talk documents 1000.',
      minimum: 1,
      maximum: 1_000_000,
      default: 1000,
      ...api,
    }),
    rateWindow: Type.Integer({
      title: 'Rate window',
      description: 'Seconds until all of them are there again.',
      minimum: 1,
      maximum: 3600,
      default: 60,
      assumed: true,
      ...api,
    }),
    timeLimit: Type.Number({
      title: 'Our time limit',
      description: 'Seconds until the app end gives up waiting for the Open API.',
      exclusiveMinimum: 0,
      maximum: 600,
      default: 30,
      ...api,
    }),
    channelId: Type.String({ title: 'Channel id', default: '10001', minLength: 1, ...people }),
    channelName: Type.String({
      title: 'Channel name',
      description: 'Also the name of a bot that has none.',
      default: 'Larkspur Bank',
      minLength: 1,
      ...people,
    }),
    userName: Type.String({ title: 'Name of the user', default: 'Robin Example', ...people }),
    memberId: Type.String({
      title: 'Member id',
      description: 'Of a user who is known to the customer. Empty: the user is a lead.',
      default: '',
      ...people,
    }),
    email: Type.String({ title: 'E-mail of the user', default: 'robin@example.com', ...people }),
    managerId: Type.String({ title: 'Manager id', default: '20002', minLength: 1, ...people }),
    managerName: Type.String({ title: 'Name of the manager', default: 'Kim Example', minLength: 1, ...people }),
    groupId: Type.String({ title: 'Team chat id', default: '30003', minLength: 1, ...people }),
    groupName: Type.String({ title: 'Name of the team chat', default: 'support', minLength: 1, ...people }),
  },
  { additionalProperties: false },
);

export type ChannelTalkSettings = Static<typeof ChannelTalkSettings>;

/** The channel's settings as this platform's. They were checked when they came in, but a secret may have been lost since: then it is empty. */
export const channelTalkSettings = (settings: JsonObject): ChannelTalkSettings =>
  ({ token: '', accessSecret: '', ...settings }) as unknown as ChannelTalkSettings;

/** What stands between the commas of a setting. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
