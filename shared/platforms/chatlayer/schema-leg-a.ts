import type { TSchema } from 'typebox';
import { anything, assumed, list, object, oneOf, openText, text } from '#shared/schema/vendor-json.ts';

const language = openText('Language', ['en', 'nl', 'fr', 'de'], 'Two letters.');

const sessionValue = object('Session value', { required: { key: text('Name'), value: anything('Value') } });

const postback = object('Press', {
  optional: {
    title: text('Title', 'The words on the button.'),
    nextDialogstateId: oneOf('Next dialog state', [text('Id'), anything('Id')]),
    sessionDataToSet: list('Session data to set', sessionValue),
    payload: text('Payload', 'An opaque one, as it came.', assumed),
  },
});

const message = oneOf('Message', [
  object('Text', { required: { textMessage: object('Text', { required: { text: text('Text') } }) } }),
  object('Press', { required: { postbackMessage: postback } }),
  object('Beginning', { required: { introMessage: object('Beginning', {}, 'Starts the welcome flow.') } }),
]);

const around = {
  user: object('User', {
    optional: {
      id: text('User id'),
      firstName: text('First name'),
      lastName: text('Last name'),
      preferredLanguage: language,
    },
  }),
  conversationId: text('Conversation', 'Whose conversation it is. One form of clients has this, the other user.id.'),
  sessionData: object('Session data', {}, 'Any values; alone, they are set without a message.'),
};

const source = 'public clients of the channel (botium-connector-chatlayer, the vendor’s bridge to Discord)';

/** What the app posts in the current dialect. */
export const currentMessage: TSchema = oneOf(
  'Message of the user',
  [
    object('Message', { required: { message }, optional: around }),
    object('Session data alone', { required: { sessionData: around.sessionData }, optional: around }),
  ],
  'What the app posts to /v1/channels/webhook/{channelId}/messages.',
  { status: 'observed', source },
);

/** What the app posts in the deprecated dialect. */
export const deprecatedMessage: TSchema = object(
  'Message of the user, deprecated dialect',
  {
    required: {
      text: text('Text', 'Of a press it is the payload, as it came.'),
      sender: object('User', { required: { id: text('User id', 'Should be 32 characters or longer.') } }),
      verifyToken: text('Verify token', 'That of the channel: it is all that says who sends.'),
    },
    optional: { locale: language },
  },
  'What the app posts to /api/webhookMessage/{botId}.',
  { status: 'documented', source: 'Chatlayer docs, "Webhook Channel API (Deprecated)"' },
);
