import { Type } from 'typebox';
import { scopes } from './scopes.ts';

const webhook = { group: 'Webhook' };

const scopeWords = [...scopes.map((each) => each.replaceAll('.', String.raw`\.`)), String.raw`\*`].join('|');

/** The webhook as it is registered. */
export const webhookFields = {
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
};
