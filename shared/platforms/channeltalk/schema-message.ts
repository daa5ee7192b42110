import type { TSchema } from 'typebox';
import {
  anything,
  assumed,
  choice,
  list,
  number,
  object,
  oneOf,
  openText,
  text,
  word,
} from '#shared/schema/vendor-json.ts';
import { messageOptions } from './check-message.ts';

const markup = text(
  'Text',
  'Light markup: <b>, <i>, <link type="url" value="…">. Write &lt; and &gt; for angle brackets, or it is refused with 422.',
);

const plainBlock = [
  object('Text', { required: { type: word('text', 'Text'), value: markup } }),
  object('Code', {
    required: { type: word('code', 'Code'), value: text('Code') },
    optional: { language: text('Language') },
  }),
];

const bulletsOf = (inner: readonly TSchema[]): TSchema =>
  object('Bullets', {
    required: { type: word('bullets', 'Bullets'), blocks: list('Bullets', oneOf('Bullet', inner)) },
  });

// Bullets nest; what is deeper than this is not described.
const deep = object('Bullets', {
  required: { type: word('bullets', 'Bullets') },
  optional: { blocks: list('Bullets', anything('Bullet')) },
});

const block = oneOf('Block', [...plainBlock, bulletsOf([...plainBlock, bulletsOf([...plainBlock, deep])])]);

export const blocks: TSchema = list('Blocks', block, 'What is said, block by block.');

const attributes = object('Attributes', {
  optional: {
    url: text('Address'),
    appId: text('App'),
    name: text('Name'),
    params: anything('Parameters'),
    wamArgs: anything('Arguments'),
    key: text('Key'),
    submitType: openText('Kind of submission', ['taskApproval']),
  },
});

const button = object('Button', {
  required: { title: text('Title') },
  optional: {
    colorVariant: choice('Colour', ['cobalt', 'green', 'orange', 'red', 'black', 'pink', 'purple']),
    action: object('Action', {
      required: { type: openText('Kind', ['web', 'command', 'wam', 'submit'], '', assumed) },
      optional: { attributes },
    }),
    url: text('Address', 'As v4 has it; v5 has action.'),
  },
});

export const buttons: TSchema = list('Buttons', button, 'One or two.', { minItems: 1, maxItems: 2 });

const file = object('File', {
  optional: {
    id: text('File id'),
    name: text('Name'),
    size: number('Size', 'Bytes.'),
    bucket: text('Bucket'),
    key: text('Key', 'What the link to it is asked with.'),
    type: openText('Kind', ['image', 'video', 'file']),
    contentType: text('Media type'),
  },
});

export const files: TSchema = list('Files', file, 'At most 20 in a message that is written.', { maxItems: 30 });

/** What is said in a message, by whoever writes it. */
export const wordsOfMessage = {
  blocks,
  plainText: text('Plain text', 'The text without markup.'),
  buttons,
  files,
  webPage: anything('Web page'),
  form: object('Form', { optional: { type: text('Kind'), inputs: list('Inputs', anything('Input')) } }),
  options: list('Options', choice('Option', [...messageOptions]), 'How it is shown and told of.'),
  requestId: text('Request id', 'A message with the same one is not written again.'),
};

const page = { status: 'documented', source: 'Channel Talk Open API specification, v5' } as const;

/** What is posted to write a message into a chat. */
export const messageToWrite: TSchema = object(
  'Message to write',
  { optional: wordsOfMessage },
  'It needs blocks, or files or a form.',
  page,
);

/** What an app answers with x-quick-reply. */
export const quickReply: TSchema = object(
  'Quick reply',
  { required: { blocks }, optional: wordsOfMessage },
  'Becomes a message only where the response has the header x-quick-reply: true.',
  { status: 'observed', source: 'public apps that answer with x-quick-reply; the vendor’s page breaks off' },
);
