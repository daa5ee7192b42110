import type { TSchema } from 'typebox';
import {
  anything,
  assumed,
  choice,
  flag,
  list,
  object,
  oneOf,
  openText,
  text,
  word,
} from '#shared/schema/vendor-json.ts';

const page = 'Kore.ai docs, "Adding WebHook as a channel"';

const attachment = oneOf('Attachment', [
  text('Link', 'Older docs have plain links.'),
  object('Attachment', {
    optional: {
      url: text('Link', 'Where the file is to be fetched.'),
      fileId: text('File id', 'What the upload services gave.'),
      fileType: openText('Kind of file', ['image', 'video', 'audio', 'attachment']),
      fileName: text('File name'),
    },
  }),
]);

const attachments = list('Attachments', attachment, 'Links, or objects with url or fileId.');

const userInfo = object('About the user', {
  optional: { firstName: text('First name'), lastName: text('Last name'), email: text('E-mail address') },
});

const tag = object('Tag', { optional: { name: text('Name'), value: text('Value') } });

const metaTags = object('Meta tags', {
  optional: {
    userLevelTags: list('Tags of the user', tag),
    sessionLevelTags: list('Tags of the session', tag),
    messageLevelTags: list('Tags of the message', tag),
  },
});

const around = (message: TSchema, more: Readonly<Record<string, TSchema>> = {}) => ({
  required: {
    message,
    from: object(
      'User',
      { required: { id: text('User id', 'Who speaks: the conversation is theirs.') }, optional: { userInfo } },
      'Who speaks.',
    ),
  },
  optional: {
    session: object('Session', {
      optional: { new: flag('New session', 'True ends the session that there is and begins another one.') },
    }),
    to: object(
      'Bot',
      {
        optional: {
          id: text('Bot id'),
          groupInfo: object('Group', { optional: { id: text('Group id'), name: text('Group name') } }),
        },
      },
      'Older docs say that to.id is mandatory; clients leave it out and are answered.',
    ),
    customData: object('Custom data', {}, 'Any values; the bot finds them in its context.'),
    metaTags,
    mergeIdentity: oneOf('Merge identity', [flag('Merge identity'), text('Merge identity')]),
    preferredChannelForResponse: openText('Channel for the response', ['rtm', 'ivr']),
    ...more,
  },
});

/** What an app posts on V1. */
export const messageV1: TSchema = object(
  'Message of the user, V1',
  around(
    object('Message', {
      required: { text: text('Text', 'What the user says. V1 has no events and no forms.') },
      optional: { attachments },
    }),
  ),
  'What the app posts to /chatbot/hooks/{botId}.',
  { status: 'documented', source: page },
);

const formInput = object('Input', {
  required: {
    componentId: text('Component id'),
    input: anything('Input', 'What was filled in, or the words on the button.'),
  },
});

const messageOfV2 = oneOf('Message', [
  object('Text', {
    required: {
      type: word('text', 'Text'),
      val: text('Text', 'What the user says; with attachments it must not be blank.'),
    },
    optional: { attachments },
  }),
  object('Event', {
    required: {
      type: word('event', 'Event'),
      val: choice(
        'Event',
        ['ON_CONNECT', 'SESSION_CLOSURE'],
        'ON_CONNECT asks for the welcome, SESSION_CLOSURE ends the session.',
      ),
    },
  }),
  object('Form that was filled in', {
    required: {
      type: word('formData', 'Form data'),
      val: object('Form', {
        required: { formId: text('Form id'), data: list('Inputs', formInput, 'The last one is the button.') },
        optional: { meta: object('Meta', {}) },
      }),
    },
  }),
  object('Template', {
    required: {
      type: word('template', 'Template'),
      val: oneOf('Template', [object('Template', {}), text('Template')]),
    },
  }),
]);

/** What an app posts on V2. */
export const messageV2: TSchema = object(
  'Message of the user, V2',
  around(messageOfV2, {
    interactiveLanguage: openText('Language', ['en', 'fr', 'de', 'ko'], 'Two letters.'),
    InteractiveLanguage: text('Language', 'As the table of the docs spells it; the samples have a small i.'),
    token: anything('Token', 'The web SDK sends an empty object.', assumed),
  }),
  'What the app posts to /chatbot/v2/webhook/{botId}.',
  { status: 'documented', source: page },
);

const said = object('Words', {
  required: {
    type: choice('Kind', ['text', 'template', 'script']),
    value: oneOf('Words', [text('Text'), object('Template', {})]),
  },
});

/** What is posted to notifyV2. */
export const notification: TSchema = object(
  'Notification',
  {
    required: {
      channel: word('ivr', 'The webhook channel'),
      identities: list(
        'Recipients',
        object('Recipient', {
          required: { email: text('E-mail address') },
          optional: {
            customMessage: text('Words for this one'),
            parameters: object('Parameters', {}, 'At most 20, each of at most 200 characters.'),
          },
        }),
        '1 to 1,000 of them.',
        { minItems: 1, maxItems: 1000 },
      ),
    },
    optional: {
      webhookInstanceName: text('Webhook instance'),
      userIdentityType: openText('Kind of identity', ['resolve']),
      message: said,
      content: said,
    },
  },
  'A message that nobody asked for; only on an asynchronous V2 channel.',
  { status: 'documented', source: 'Kore.ai docs, "Proactive notifications V2"' },
);
