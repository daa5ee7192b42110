import { Type, type TSchema } from 'typebox';
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
  text,
  word,
} from '#shared/schema/vendor-json.ts';
import { template } from './schema-template.ts';

const origin = { status: 'documented', source: 'Kore.ai docs, "Adding WebHook as a channel"' } as const;

const taskEnd = {
  endOfTask: flag('End of the task'),
  endReason: openText('Why it ended', ['Fulfilled', 'Interrupted', 'Canceled']),
  completedTaskId: text('Task id', 'Begins with dg-.'),
  completedTaskName: text('Name of the task'),
};

const form = object('Form', {
  optional: {
    formDef: object('Definition', {
      optional: {
        _id: text('Form id'),
        name: text('Name'),
        components: list(
          'Components',
          object('Component', { optional: { _id: text('Id'), type: text('Type'), metaData: object('Meta data', {}) } }),
        ),
      },
    }),
    formInitialization: object('Values to begin with', {}),
  },
});

const spoken = (title: string): TSchema =>
  text(title, 'A template stands as JSON inside this text; on V1 it is escaped for HTML as well.', {
    contentSchema: template,
  });

const anySpoken = oneOf('Message', [spoken('Text'), object('Message', {})]);

const textOfV1 = oneOf(
  'Text',
  [spoken('Text'), list('Texts', anySpoken), object('Message', {})],
  'One message is a text, several are a list.',
);

const addresses = { to: text('User id'), from: text('Bot id') };

const errors = object(
  'Refusal',
  {
    required: {
      errors: list('Errors', object('Error', { required: { msg: text('Reason'), code: number('HTTP status') } })),
    },
    optional: { _v: text('Version'), _t: text('Trace id') },
  },
  'The platform says no more than this.',
  origin,
);

/** What the platform answers on V1; `{}` where the channel is asynchronous. */
const answerV1 = object(
  'Answer of the bot, V1',
  { required: { text: textOfV1 }, optional: { ...addresses, ...taskEnd, form } },
  'One message is a text, several are a list of texts.',
  origin,
);

const item = oneOf('Item', [
  object('Message', {
    required: {
      type: choice('Kind', ['text', 'template', 'formData']),
      val: oneOf('Words', [spoken('Text'), object('Template', {})]),
    },
    optional: { createdOn: text('Time', 'ISO 8601.'), messageId: text('Message id', 'Begins with ms-.') },
  }),
  object('Event', {
    required: { type: word('event', 'Event'), val: text('Event') },
    optional: {
      eventType: openText('What became of it', ['SESSION_CLOSURE_SUCCESS', 'SESSION_CLOSURE_IGNORED']),
      description: text('Description'),
    },
  }),
]);

const ofV2 = {
  _v: word('v2', 'Version'),
  ...addresses,
  ...taskEnd,
  form,
  pollId: text('Poll id', '32 hex digits: more of the answer is fetched under it.'),
  sessionId: text('Session id', 'In no page; samples of the vendor read it.', assumed),
};

const answerV2 = object(
  'Answer of the bot, V2',
  { required: { data: list('Messages', item) }, optional: ofV2 },
  'Each message is an item of data.',
  origin,
);

const inProgress = object(
  'Answer that is not ready',
  {
    required: { status: choice('State', ['Inprogress']), pollId: text('Poll id') },
    optional: { _v: word('v2', 'Version') },
  },
  'Poll again.',
  origin,
);

const acknowledgementV2 = object(
  'Acknowledgement, V2',
  { required: { status: word('ok', 'Taken') }, optional: { _v: word('v2', 'Version'), traceId: text('Trace id') } },
  'The bot’s messages are posted to the POST URL.',
  origin,
);

const nothing = Type.Object({}, { title: 'Acknowledgement, V1', additionalProperties: false });

export const replyV1: TSchema = oneOf('Reply of the platform, V1', [answerV1, errors, nothing]);
export const replyV2: TSchema = oneOf('Reply of the platform, V2', [answerV2, inProgress, acknowledgementV2, errors]);

const end = {
  required: { endOfTask: taskEnd.endOfTask },
  optional: { ...addresses, ...taskEnd, _v: word('v2', 'Version') },
};

const endOfTask = object('End of a task', end, 'Comes by itself, behind the messages.', origin);

/** What is posted to the app on V1: one message each. */
export const callbackV1: TSchema = oneOf('Posted to the app, V1', [answerV1, endOfTask]);

/** What is posted to the app on V2. */
export const callbackV2: TSchema = oneOf('Posted to the app, V2', [
  object(
    'Message of the bot, V2',
    {
      required: { data: list('Messages', item) },
      optional: { ...ofV2, endOfMessage: flag('Last message of the turn'), partialMessage: flag('More is to come') },
    },
    'One message of the bot.',
    origin,
  ),
  endOfTask,
]);

/** What comes back for a notification: the record of a job. */
export const jobRecord: TSchema = oneOf('Job', [
  object('Job', {
    required: { status: openText('State', ['IN_PROGRESS', 'SUCCESS', 'FAILED']) },
    optional: {
      _id: text('Job id', 'Begins with ds-.'),
      streamId: text('Bot id'),
      jobType: text('Kind of job'),
      action: text('Action'),
      percentageComplete: number('Percent done'),
      store: anything('Counts'),
    },
  }),
  errors,
]);
