import type { TSchema } from 'typebox';
import { assumed, choice, list, object, oneOf, text, word } from '#shared/schema/vendor-json.ts';

const origin = { status: 'documented', source: 'Chatlayer docs, "Message types"' } as const;

const payload = text(
  'Payload',
  'Since January 2022 forty hex digits, to be sent back unchanged; before that JSON in a text.',
);

const button = oneOf('Button', [
  object('Postback', { required: { type: word('postback', 'Postback'), title: text('Title'), payload } }),
  object('Link', { required: { type: word('web_url', 'Link'), title: text('Title'), url: text('Address') } }),
  object('Phone number', {
    required: { type: word('phone_number', 'Phone number'), title: text('Title'), payload: text('Phone number') },
  }),
  object('Share', { required: { type: word('element_share', 'Share') } }),
]);

const card = object('Card', {
  required: { title: text('Title') },
  optional: {
    subtitle: text('Subtitle'),
    image_url: text('Picture'),
    item_url: text('Address'),
    default_action: object('What a click on it does', {
      optional: { type: choice('Kind', ['web_url']), url: text('Address') },
    }),
    buttons: list('Buttons', button, 'At most three; on a list one.', { maxItems: 3 }),
  },
});

const templates = oneOf('Template', [
  object('Buttons', {
    required: { template_type: word('button', 'Buttons'), buttons: list('Buttons', button) },
    optional: { text: text('Text') },
  }),
  object('Carousel', { required: { template_type: word('generic', 'Carousel'), elements: list('Cards', card) } }),
  object('List', {
    required: {
      template_type: word('list', 'List'),
      elements: list('Items', card, 'Two to four.', { minItems: 2, maxItems: 4 }),
    },
    optional: { buttons: list('Buttons', button) },
  }),
]);

const media = object('Media', {
  required: {
    type: choice('Kind', ['image', 'video', 'audio', 'file'], 'The docs have image and video.'),
    payload: object('Media', { required: { url: text('Address') } }),
  },
});

const attachment = oneOf('Attachment', [
  object('Template', { required: { type: word('template', 'Template'), payload: templates } }),
  media,
]);

const quickReply = object('Quick reply', {
  required: { content_type: choice('Kind', ['text', 'location']) },
  optional: { title: text('Title'), payload, image_url: text('Picture') },
});

/** A message of the bot, as it is posted to the app. */
export const botMessage: TSchema = oneOf(
  'Message of the bot',
  [
    object('Text', { required: { text: text('Text') } }),
    object('Quick replies', { required: { text: text('Text'), quick_replies: list('Quick replies', quickReply) } }),
    object('Attachment', { required: { attachment } }),
    object(
      'Event',
      { required: { type: word('event', 'Event') } },
      'Made by the JSON builder, for the app and not for the user; the other members are the author’s own.',
      assumed,
    ),
  ],
  '',
  origin,
);
