import { expect, test } from 'vitest';
import type { Content } from '#shared/exchange/message.ts';
import { channeltalk } from '#shared/platforms/channeltalk/index.ts';
import { contentsOfMessage } from '#shared/platforms/channeltalk/read-message.ts';
import { problemsOfMessage } from '#shared/platforms/channeltalk/check-message.ts';
import { writeMessage } from '#shared/platforms/channeltalk/write-message.ts';

const link = (title: string) => ({ title, action: { kind: 'url', url: `https://bank.example/${title}` } }) as const;

const everyKind: readonly Content[] = [
  { kind: 'text', text: 'A <plain> text' },
  { kind: 'text', text: 'A bold word', spans: [{ text: 'A ' }, { text: 'bold', isBold: true }, { text: ' word' }] },
  {
    kind: 'buttons',
    text: 'Choose',
    buttons: [link('a'), link('b'), link('c'), { title: 'Go', action: { kind: 'postback', payload: 'go' } }],
  },
  { kind: 'quick-replies', text: 'Choose', replies: [{ title: 'Yes & no', payload: 'maybe' }] },
  {
    kind: 'carousel',
    cards: [{ title: 'One', subtitle: 'of <two>', imageUrl: 'https://bank.example/1.png', buttons: [] }],
  },
  {
    kind: 'list',
    cards: [{ title: 'One', url: 'https://bank.example/1', buttons: [link('a')] }],
    buttons: [link('b')],
  },
  { kind: 'media', media: 'image', url: 'https://bank.example/cat.png', title: 'A cat' },
  { kind: 'table', columns: ['a', 'b'], rows: [['1', '<2>']] },
  {
    kind: 'form',
    formId: 'f',
    title: 'Call me',
    fields: [{ id: 'n', label: 'Number', type: 'phone', isRequired: true }],
    submit: 'Send',
  },
  { kind: 'unknown', label: 'Odd', source: '{"a":1}' },
];

test.each(everyKind)('a message of kind $kind is one that Channel Talk takes, in both versions', (content) => {
  for (const version of ['v5', 'v4'] as const) {
    const body = writeMessage([content], version);
    expect(body).not.toBeNull();
    expect(problemsOfMessage(body ?? {})).toEqual([]);
    expect(contentsOfMessage(body ?? {}, 'https://api.channel.io')).not.toEqual([]);
  }
});

test('all of them are one message with two buttons, and an event alone is none', () => {
  const body = writeMessage(everyKind, 'v5');
  expect(problemsOfMessage(body ?? {})).toEqual([]);
  expect(body?.['buttons']).toHaveLength(2);
  expect(writeMessage([{ kind: 'event', name: 'Task ended', detail: '' }], 'v5')).toBeNull();
});

test('what can be read of a message is what was written into it', () => {
  const read = (content: Content): readonly Content[] =>
    contentsOfMessage(writeMessage([content], 'v5') ?? {}, 'https://api.channel.io');
  const bold = everyKind[1]!;
  expect(read(bold)).toEqual([bold]);
  const buttons: Content = { kind: 'buttons', text: 'Choose', buttons: [link('a'), link('b')] };
  expect(read(buttons)).toEqual([buttons]);
  expect(
    read({
      kind: 'quick-replies',
      text: 'Choose',
      replies: [
        { title: 'Yes', payload: 'yes' },
        { title: 'No', payload: 'n' },
      ],
    }),
  ).toEqual([{ kind: 'text', text: 'Choose\n• Yes\n• No (type: n)' }]);
});

test('every kind that loses something says what, and what arrives whole says nothing', () => {
  const losses = everyKind.map((each) => channeltalk.lossOf(each, channeltalk.demo.settings).length);
  expect(losses).toEqual([0, 0, 2, 1, 2, 2, 1, 1, 1, 1]);
  expect(channeltalk.lossOf({ kind: 'buttons', text: '', buttons: [link('a')] }, channeltalk.demo.settings)).toEqual(
    [],
  );
});
