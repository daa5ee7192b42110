import type { TSchema } from 'typebox';
import type { Platform } from '#shared/platforms/platform.ts';
import { matchPath } from '#shared/platforms/route.ts';
import { pathOf } from '#shared/exchange/raw-http.ts';
import { number, object, oneOf, text } from '#shared/schema/vendor-json.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { actionsPath, currentPath, deprecatedPath } from './paths.ts';
import { currentMessage, deprecatedMessage } from './schema-leg-a.ts';
import { botMessage } from './schema-message.ts';
import { action, offloadEvent, offloadReply } from './schema-offload.ts';
import { chatlayerSettings } from './settings.ts';

const around = {
  messageCounter: number('Counter', 'Begins at 1 and rises by one for each message of a conversation.'),
  verifyToken: text('Verify token', 'That of the channel: it is all that proves who sent it.'),
  nlp: object('What was understood', {
    optional: { intent: object('Intent', { optional: { name: text('Intent'), score: number('Score', '0 to 1.') } }) },
  }),
};

const recipient = object('User', { required: { id: text('User id') } });

/** What the platform posts for each message of the bot, in both envelopes. */
const callback = oneOf(
  'Message of the bot',
  [
    object('With senderId', {
      required: { senderId: text('User id', 'Whose conversation it is: what leg A was told.'), message: botMessage },
      optional: { ...around, recipient },
    }),
    object('With recipient', { required: { recipient, message: botMessage }, optional: around }),
  ],
  'Two pages of the docs show two envelopes; public clients read senderId.',
  { status: 'documented', source: 'Chatlayer docs, "Message types" and "Webhook API"' },
);

const requests: readonly (readonly [path: string, schema: TSchema])[] = [
  [currentPath, currentMessage],
  [deprecatedPath, deprecatedMessage],
  [actionsPath, action],
];

/** The JSON of both legs in both dialects, and of the offloading webhook. Of the other answers nothing is known, or they are plain text. */
export const bodySchema: NonNullable<Platform['bodySchema']> = (part, end, { target }, settings) => {
  switch (end) {
    case 'platform':
      return part === 'request' ? (requests.find(([path]) => matchPath(path, pathOf(target)))?.[1] ?? null) : null;
    case 'app':
      if (chatlayerSettings(settings).dialect !== 'd2') return part === 'request' ? callback : null;
      return part === 'request' ? offloadEvent : offloadReply;
    default:
      return assertNever(end);
  }
};
