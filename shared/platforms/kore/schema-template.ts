import type { TSchema } from 'typebox';
import { anything, choice, list, object, oneOf, otherWord, text, word } from '#shared/schema/vendor-json.ts';

const link = object('Link', {
  required: { type: word('web_url', 'Link'), title: text('Title'), url: text('Address') },
});

const postback = object('Postback', {
  required: {
    type: word('postback', 'Postback'),
    title: text('Title'),
    payload: text('Payload', 'Comes back as the text of the user.'),
  },
  optional: { value: text('Value') },
});

const buttons = list('Buttons', oneOf('Button', [link, postback]));

const card = object('Card', {
  optional: {
    title: text('Title'),
    subtitle: text('Subtitle'),
    image_url: text('Picture'),
    default_action: object('What a click on it does', { optional: { type: text('Kind'), url: text('Address') } }),
    buttons,
  },
});

const ofKind = (kind: string, title: string, members: Parameters<typeof object>[1]): TSchema =>
  object(title, {
    required: { template_type: word(kind, title), ...members.required },
    optional: members.optional ?? {},
  });

const payload = oneOf('Template', [
  ofKind('button', 'Buttons', { required: { buttons }, optional: { text: text('Text', 'At most 640 characters.') } }),
  ofKind('quick_replies', 'Quick replies', {
    required: {
      quick_replies: list(
        'Quick replies',
        object('Quick reply', {
          required: { title: text('Title'), payload: text('Payload') },
          optional: { content_type: choice('Kind', ['text']), image_url: text('Picture'), value: text('Value') },
        }),
      ),
    },
    optional: { text: text('Text') },
  }),
  ofKind('list', 'List', { required: { elements: list('Items', card, 'At most four.') }, optional: { buttons } }),
  ofKind('carousel', 'Carousel', { required: { elements: list('Cards', card) } }),
  ...['table', 'custom_table', 'mini_table'].map((kind) =>
    ofKind(kind, 'Table', {
      required: { elements: list('Rows', object('Row', {})) },
      optional: {
        text: text('Text'),
        columns: list('Columns', anything('Column')),
        table_design: choice('Design', ['regular', 'responsive']),
      },
    }),
  ),
  object('Another template', {
    required: {
      template_type: otherWord('Kind of template', [
        'button',
        'quick_replies',
        'list',
        'carousel',
        'table',
        'custom_table',
        'mini_table',
      ]),
    },
  }),
]);

/** What a template is, as JSON inside a text of the answer. */
export const template: TSchema = oneOf(
  'Message with a form of its own',
  [
    object('Template', { required: { type: word('template', 'Template'), payload } }),
    object('Picture', {
      required: { type: word('image', 'Picture'), payload: object('Picture', { required: { url: text('Address') } }) },
    }),
    object('Film or sound', {
      required: {
        type: word('message', 'Film or sound'),
        payload: object('Film or sound', {
          optional: { text: text('Text'), audioUrl: text('Sound'), videoUrl: text('Film') },
        }),
      },
    }),
    object('Error', {
      required: {
        type: word('error', 'Error'),
        payload: object('Error', { optional: { text: text('Text'), color: text('Colour') } }),
      },
    }),
  ],
  '',
  { status: 'documented', source: 'Kore.ai docs, "Message formatting and templates"' },
);
