import { Type } from 'typebox';
import { address, assumed, onlyFor } from './settings-words.ts';

const webhook = { group: 'WebHook', ...onlyFor('webhook') };

/** What matters where SnatchBot tells a server of messages. */
export const webhookSettings = {
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
};
