import { Type } from 'typebox';
import { assumed, credential, onlyFor } from './settings-words.ts';

const apiChannel = { group: 'API channel', ...onlyFor('api-channel') };

/** What matters where a program talks to SnatchBot. */
export const apiChannelSettings = {
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
    [
      Type.Literal('application/json'),
      Type.Literal('application/json; charset=utf-8'),
      Type.Literal('text/plain;charset=UTF-8', { title: 'text/plain, as fetch and XHR do' }),
      Type.Literal('none', { title: 'None' }),
    ],
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
  letsBrowsersIn: Type.Boolean({
    title: 'Let browsers in (CORS)',
    description: 'The emulated platform lets pages of any origin call the channel.',
    default: true,
    ...assumed,
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
};
