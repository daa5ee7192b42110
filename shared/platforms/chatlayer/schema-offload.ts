import type { TSchema } from 'typebox';
import { anything, choice, flag, list, object, oneOf, openText, text, word } from '#shared/schema/vendor-json.ts';
import { botMessage } from './schema-message.ts';

const page = { status: 'documented', source: 'Chatlayer docs, "Offloading Webhook"' } as const;
const example = { status: 'observed', source: 'chatlayer-examples, the vendor’s offloading webhook' } as const;

const userMessage = object('Message of the user', {
  required: {
    messageType: openText('Kind', ['intro', 'text', 'postback', 'location', 'fileUploadInputResult']),
  },
  optional: {
    id: text('Message id'),
    channelType: text('Channel'),
    sender: object('User', {
      optional: { id: text('User id'), botId: text('Bot id'), preferredLanguage: text('Language') },
    }),
    timestamp: text('Time'),
    text: text('Text'),
    title: text('Title'),
    parameters: list('Parameters', anything('Parameter')),
    nextDialogstateId: anything('Next dialog state'),
    urls: list('Files', text('Address')),
  },
});

const item = oneOf('Message', [
  object('Of the user', {
    required: { actor: word('user', 'User'), message: userMessage },
    optional: { timestamp: anything('Time') },
  }),
  object('Of the bot', {
    required: { actor: word('bot', 'Bot'), message: botMessage },
    optional: { timestamp: anything('Time') },
  }),
]);

const head = {
  botId: text('Bot id'),
  version: choice('Version', ['DRAFT', 'LIVE']),
  channel: text('Channel'),
  timestamp: anything('Time'),
};

/** What the platform posts to an app that takes conversations over. */
export const offloadEvent: TSchema = oneOf(
  'Event of the offloading webhook',
  [
    object('Messages', {
      required: { event: word('messages', 'Messages'), sessionId: text('User id'), messages: list('Messages', item) },
      optional: head,
    }),
    object('Handover', {
      required: { event: word('offload', 'Handover'), sessionId: text('User id') },
      optional: { ...head, payload: anything('Payload'), transcript: list('Transcript', item) },
    }),
  ],
  'Sent for every conversation, handed over or not.',
  page,
);

/** What the app answers: to a handover, to the health check, or nothing. */
export const offloadReply: TSchema = oneOf(
  'Reply of the app',
  [
    object('Handover', {
      required: { offloadSuccess: flag('The handover succeeds') },
      optional: { pauseBot: flag('The bot keeps silent') },
    }),
    object('Health', { required: { status: word('ok', 'Healthy') } }),
    object('Nothing', {}),
  ],
  '',
  page,
);

const texts = list('Texts', object('Text', { required: { text: text('Text') } }), 'One of them is chosen.');

const button = oneOf('Button', [
  object('Link', {
    required: { urlButton: object('Link', { required: { title: text('Title'), url: text('Address') } }) },
  }),
  object('Phone number', {
    required: {
      phoneNumberButton: object('Phone number', {
        required: { title: text('Title'), phoneNumber: text('Phone number') },
      }),
    },
  }),
  object('Postback', {
    required: {
      postBackButton: object('Postback', {
        required: {
          title: text('Title'),
          payload: object('Payload', {
            optional: {
              nextDialogstateId: anything('Next dialog state'),
              sessionDataToSet: list('Session data to set', anything('Value')),
            },
          }),
        },
      }),
    },
  }),
]);

const cardHead = { subTitle: text('Subtitle'), imageUrl: text('Picture') };

const templateOf = (name: string, title: string, members: Parameters<typeof object>[1]): TSchema =>
  object(title, { required: { [name]: object(title, members) } });

const template = oneOf('Message', [
  templateOf('textMessageTemplate', 'Text', { required: { textMessages: texts } }),
  templateOf('buttonTemplate', 'Buttons', {
    required: { buttons: list('Buttons', button) },
    optional: { textMessages: texts },
  }),
  templateOf('quickReplyTemplate', 'Quick replies', {
    required: {
      quickReplies: list(
        'Quick replies',
        object('Quick reply', {
          required: { title: text('Title') },
          optional: { imageUrl: text('Picture'), payload: anything('Payload') },
        }),
      ),
    },
    optional: { textMessages: texts },
  }),
  templateOf('carouselTemplate', 'Carousel', {
    required: {
      elements: list(
        'Cards',
        object('Card', {
          required: { title: text('Title') },
          optional: { ...cardHead, buttons: list('Buttons', button) },
        }),
      ),
    },
  }),
  templateOf('listTemplate', 'List', {
    required: {
      elements: list(
        'Items',
        object('Item', { required: { title: text('Title') }, optional: { ...cardHead, button } }),
      ),
    },
    optional: { size: openText('Size', ['LARGE', 'COMPACT']), button },
  }),
  templateOf('attachmentTemplate', 'Media', {
    required: {
      media: object('Media', {
        required: { url: text('Address') },
        optional: { type: openText('Kind', ['image', 'video', 'audio', 'attachment']) },
      }),
    },
  }),
]);

/** What an agent’s program posts as an action. */
export const action: TSchema = object(
  'Action',
  { required: { sendMessages: list('Messages', template) } },
  'What the agent says, posted to /v1/bots/{botId}/conversations/{sessionId}/actions.',
  example,
);
