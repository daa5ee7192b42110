import type { TSchema } from 'typebox';
import type { Platform } from '#shared/platforms/platform.ts';
import {
  assumed,
  choice,
  flag,
  list,
  object,
  oneOf,
  openText,
  otherWord,
  text,
  word,
} from '#shared/schema/vendor-json.ts';
import { featureOfPath } from './address.ts';
import { snatchBotSettings, type SnatchBotSettings } from './settings.ts';
import { apiPage, channelClients, jsonApiPage, webhookPage } from './sources.ts';

const button = object('Button', {
  required: {
    type: choice('Kind', ['url', 'module'], 'A link, or another interaction of the bot.'),
    value: text('Value', 'The link, or the id of the interaction.'),
    name: text('Title'),
  },
});

const buttons = list('Buttons', button);

const galleryCard = object('Card', {
  optional: { image: text('Picture'), heading: text('Title'), subtitle: text('Subtitle'), url: text('Link'), buttons },
});

const cards = list(
  'Cards',
  oneOf('Card', [
    object('Text card', { required: { type: word('text', 'Text'), value: text('Text') }, optional: { buttons } }),
    object('Picture', { required: { type: word('image', 'Picture'), value: text('Address') }, optional: { buttons } }),
    object('Gallery', {
      required: { type: word('gallery', 'Gallery'), gallery: list('Cards', galleryCard) },
      optional: { value: text('Value', 'The word gallery.') },
    }),
    object(
      'Another card',
      { required: { type: otherWord('Kind', ['text', 'image', 'gallery']) } },
      'Other kinds may exist.',
      assumed,
    ),
  ]),
);

const replies = (title: string): TSchema => list(title, text('Reply'), 'Plain texts.');

const notification = object(
  'Notification',
  {
    required: {
      time: text('Time', 'ISO 8601; the sample ends in a stray quote.'),
      data: text('Message', 'The text as JSON inside this text: decode it twice.', { contentSchema: text('Message') }),
    },
    optional: {
      ip: text('IP address', 'Whose it is, is not said.'),
      user_id: text('User id', 'Promised by the page and not in its sample.', assumed),
    },
  },
  'No answer is read.',
  { status: 'documented', source: webhookPage },
);

const ids = {
  user_id: text('User id'),
  bot_id: text('Bot id'),
  module_id: text('Interaction', 'The id of the interaction that asks.'),
};

const asking = object(
  'JSON API request',
  {
    required: { ...ids },
    optional: {
      channel: openText('Channel', ['text chat', 'web chat', 'facebook', 'slack', 'skype', 'API', 'email', 'SMS']),
      incoming_message: text('Message of the user'),
      session_id: text('Session id', '', assumed),
    },
  },
  'The live product sends a form; these are its fields.',
  { status: 'documented', source: jsonApiPage },
);

const answer = object(
  'JSON API answer',
  {
    required: {
      message: text('Message', 'Must not be empty. A line ::next:: begins another bubble.', { minLength: 1 }),
    },
    optional: {
      ...ids,
      suggested_replies: replies('Quick replies'),
      blocked_input: flag('Lock typing', 'Only cards and quick replies can be used.'),
      cards,
    },
  },
  'user_id, bot_id and module_id are those of the request.',
  { status: 'documented', source: jsonApiPage },
);

const words = object(
  'Message to the bot',
  { required: { message: text('Message', 'An empty one begins the chat anew.') } },
  'Whatever the Content-Type says, the body is read as JSON.',
  { status: 'documented', source: apiPage },
);

const refusal = object('Refusal', { required: { status: flag('Accepted') } }, '', assumed);

const said = object('Message', {
  required: { message: text('Message') },
  optional: { speech: text('Speech'), id: text('Message id'), date: text('Time') },
});

const clientAnswer = oneOf(
  'Answer of the bot',
  [
    object('Answer', {
      required: { messages: list('Messages', said) },
      optional: { cards, suggested: replies('Quick replies'), status: flag('Accepted') },
    }),
    refusal,
  ],
  '',
  { status: 'observed', source: channelClients },
);

const schemas: {
  readonly [feature in SnatchBotSettings['feature']]: { readonly request: TSchema; readonly response: TSchema | null };
} = {
  webhook: { request: notification, response: null },
  'json-api': { request: asking, response: answer },
  'api-channel': { request: words, response: clientAnswer },
};

/** The JSON of each of the three features; an address that is none of ours is of the feature that the channel has. */
export const bodySchema: NonNullable<Platform['bodySchema']> = (part, end, { target }, settings) => {
  const feature = featureOfPath(target)?.feature ?? snatchBotSettings(settings).feature;
  return (feature === 'api-channel') === (end === 'platform') ? schemas[feature][part] : null;
};
