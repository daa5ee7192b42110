import { Type } from 'typebox';
import { address, assumed, onlyFor } from './settings-words.ts';

const jsonApi = { group: 'JSON API', ...onlyFor('json-api') };
const answer = { group: 'Answers of the app', ...onlyFor('json-api') };

/** What matters where SnatchBot asks a server, and shows what it answers. */
export const jsonApiSettings = {
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
    { title: 'Request', description: 'A form is what was seen on the wire.', default: 'form', ...assumed, ...jsonApi },
  ),
  moduleId: Type.String({
    title: 'Interaction id (module_id)',
    description: 'Of the JSON API interaction.',
    default: '4200',
    minLength: 1,
    ...jsonApi,
  }),
  chatChannel: Type.Union(
    [
      Type.Literal('text chat'),
      Type.Literal('web chat'),
      Type.Literal('facebook'),
      Type.Literal('slack'),
      Type.Literal('skype'),
      Type.Literal('API'),
      Type.Literal('email'),
      Type.Literal('SMS'),
    ],
    { title: 'Where the user chats (channel)', description: '', default: 'web chat', ...jsonApi },
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
  postbackAs: Type.Union(
    [
      Type.Literal('module', { title: 'Buttons that lead to an interaction' }),
      Type.Literal('suggested', { title: 'Suggested replies' }),
    ],
    {
      title: 'Buttons go as',
      description:
        'A payload of digits is an interaction’s id; any other gets an invented one, which only a loopback knows.',
      default: 'module',
      ...answer,
    },
  ),
  cardPrompt: Type.String({
    title: 'Words beside cards',
    description: 'Used where an answer has cards but no words: an empty message would be an error.',
    default: 'Please choose:',
    minLength: 1,
    group: 'Answers',
    ...onlyFor('json-api', 'api-channel'),
  }),
};
