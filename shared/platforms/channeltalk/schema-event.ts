import type { TSchema } from 'typebox';
import {
  anything,
  assumed,
  choice,
  flag,
  list,
  number,
  object,
  oneOf,
  openText,
  otherWord,
  text,
  word,
} from '#shared/schema/vendor-json.ts';
import { wordsOfMessage } from './schema-message.ts';

const page = {
  status: 'documented',
  source: 'Channel Talk docs, Webhook, "Webhook events"; Open API specification, v5',
} as const;

const time = (title: string): TSchema => number(title, 'Milliseconds since 1970.');

const { buttons: _buttons, ...said } = wordsOfMessage;

/** A message as it stands in events and answers. */
export const message: TSchema = object('Message', {
  required: {
    id: text('Message id'),
    chatType: choice('Kind of chat', ['userChat', 'group']),
    chatId: text('Chat id'),
    personType: openText('Who wrote it', ['user', 'manager', 'bot']),
  },
  optional: {
    ...said,
    buttons: list('Buttons', anything('Button')),
    chatKey: text('Chat key', 'userChat-… or group-….'),
    mainKey: text('Main key'),
    threadKey: text('Thread key'),
    channelId: text('Channel id'),
    personId: text('Id of the writer'),
    language: text('Language'),
    createdAt: time('Time'),
    updatedAt: time('Changed'),
    version: number('Version'),
    state: choice('State', ['sending', 'sent', 'failed', 'removed']),
    root: text('Root message', 'As v4 has it.'),
    rootMessageId: text('Root message'),
    log: object(
      'Log',
      { optional: { action: text('Action'), values: anything('Values') } },
      'Of a message that the system wrote.',
    ),
    reactions: list('Reactions', anything('Reaction')),
  },
});

const userChat = object('User chat', {
  required: { id: text('Chat id') },
  optional: {
    channelId: text('Channel id'),
    state: openText('State', ['opened', 'closed', 'snoozed', 'queued', 'initial', 'missed']),
    managed: flag('Managed'),
    priority: openText('Priority', ['low', 'medium', 'high']),
    userId: text('User id'),
    name: text('Name'),
    title: text('Title'),
    managerIds: list('Managers', text('Manager id')),
    assigneeId: text('Assignee'),
    tags: list('Tags', text('Tag')),
    profile: object('Profile', {}),
    createdAt: time('Time'),
    openedAt: time('Opened'),
    firstOpenedAt: time('Opened for the first time'),
    closedAt: time('Closed'),
    updatedAt: time('Changed'),
  },
});

const user = object('User', {
  required: { id: text('User id') },
  optional: {
    channelId: text('Channel id'),
    memberId: text('Member id', 'The id that the app gave this user.'),
    veilId: text('Veil id'),
    type: openText('Kind', ['member', 'lead', 'unified']),
    name: text('Name'),
    profile: object('Profile', {
      optional: {
        name: text('Name'),
        email: text('E-mail address'),
        mobileNumber: text('Mobile number'),
        avatarUrl: text('Picture'),
      },
    }),
    tags: list('Tags', text('Tag')),
    language: text('Language'),
    country: text('Country'),
    createdAt: time('Time'),
  },
});

const named = (title: string): TSchema =>
  object(title, { optional: { id: text('Id'), name: text('Name'), avatarUrl: text('Picture') } });

const refers = object(
  'What it refers to',
  {
    optional: {
      userChat,
      user,
      veil: user,
      manager: named('Manager'),
      bot: named('Bot'),
      group: object('Group', { optional: { id: text('Group id'), title: text('Title'), name: text('Name') } }),
      message,
    },
  },
  'Whole objects that the entity names by their ids.',
);

const happened = openText('What happened', ['push', 'upsert', 'update', 'delete']);

const eventOf = (type: string, title: string, entity: TSchema): TSchema =>
  object(title, { required: { type: word(type, title), event: happened, entity }, optional: { refers } });

/** What Channel Talk posts to the app. */
export const event: TSchema = oneOf(
  'Event',
  [
    eventOf('message', 'Message', message),
    eventOf('userChat', 'User chat', userChat),
    eventOf('user', 'User', user),
    // Receivers have met other spellings of type, and none at all.
    object(
      'Event',
      {
        required: { event: happened, entity: object('Entity', {}) },
        optional: { type: otherWord('Kind', ['message', 'userChat', 'user']), refers },
      },
      '',
      assumed,
    ),
  ],
  'Posted to the webhook, with the token in the query.',
  page,
);

const errors = object(
  'Refusal',
  {
    required: { status: number('HTTP status') },
    optional: {
      type: text('Kind'),
      errors: list('Errors', object('Error', { optional: { message: text('Reason') } })),
      language: text('Language'),
    },
  },
  '',
  assumed,
);

/** What comes back when a message was written. */
export const writtenMessage: TSchema = oneOf(
  'Answer of the Open API',
  [object('Written', { required: { message }, optional: { bot: named('Bot'), user } }), errors],
  '',
  page,
);
