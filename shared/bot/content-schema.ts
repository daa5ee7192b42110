import { Type } from 'typebox';
import type { Content } from '#shared/exchange/message.ts';

const exact = { additionalProperties: false };
const Text = Type.String({ title: 'Text', description: '{{text}}, {{user}} and {{name}} are filled in.' });
const Title = Type.String({ title: 'Title', description: 'What a person reads.' });
const Url = Type.String({ title: 'Link' });

const Action = Type.Union([
  Type.Object({ kind: Type.Literal('postback'), payload: Type.String({ title: 'Payload' }) }, exact),
  Type.Object({ kind: Type.Literal('url'), url: Url }, exact),
  Type.Object({ kind: Type.Literal('phone'), number: Type.String({ title: 'Number' }) }, exact),
]);

const Button = Type.Object({ title: Title, action: Action }, { ...exact, title: 'Button' });

const QuickReply = Type.Object(
  { title: Title, payload: Type.String({ title: 'Payload' }), imageUrl: Type.Optional(Url) },
  { ...exact, title: 'Quick reply' },
);

const Card = Type.Object(
  {
    title: Title,
    subtitle: Type.Optional(Type.String({ title: 'Second line' })),
    imageUrl: Type.Optional(Url),
    url: Type.Optional(Url),
    buttons: Type.Array(Button, { title: 'Buttons' }),
  },
  { ...exact, title: 'Card' },
);

const Span = Type.Object(
  {
    text: Text,
    isBold: Type.Optional(Type.Boolean()),
    isItalic: Type.Optional(Type.Boolean()),
    isCode: Type.Optional(Type.Boolean()),
    url: Type.Optional(Url),
  },
  { ...exact, title: 'Stretch of text' },
);

const FormField = Type.Object(
  {
    id: Type.String({ minLength: 1, title: 'Id' }),
    label: Type.String({ title: 'Label' }),
    type: Type.Union([
      Type.Literal('text'),
      Type.Literal('long-text'),
      Type.Literal('number'),
      Type.Literal('email'),
      Type.Literal('phone'),
      Type.Literal('date'),
      Type.Literal('choice'),
      Type.Literal('yes-no'),
    ]),
    isRequired: Type.Boolean({ title: 'Required' }),
    options: Type.Optional(Type.Array(Type.Object({ title: Title, value: Type.String() }, exact))),
  },
  { ...exact, title: 'Field' },
);

const Media = Type.Union([Type.Literal('image'), Type.Literal('video'), Type.Literal('audio'), Type.Literal('file')]);

const ContentUnion = Type.Union([
  Type.Object(
    { kind: Type.Literal('text'), text: Text, spans: Type.Optional(Type.Array(Span)) },
    { ...exact, title: 'Text' },
  ),
  Type.Object(
    { kind: Type.Literal('buttons'), text: Text, buttons: Type.Array(Button) },
    { ...exact, title: 'Text with buttons' },
  ),
  Type.Object(
    { kind: Type.Literal('quick-replies'), text: Text, replies: Type.Array(QuickReply) },
    { ...exact, title: 'Text with quick replies' },
  ),
  Type.Object({ kind: Type.Literal('carousel'), cards: Type.Array(Card) }, { ...exact, title: 'Cards side by side' }),
  Type.Object(
    { kind: Type.Literal('list'), cards: Type.Array(Card), buttons: Type.Array(Button) },
    { ...exact, title: 'Cards below each other' },
  ),
  Type.Object(
    { kind: Type.Literal('media'), media: Media, url: Url, title: Type.Optional(Title) },
    { ...exact, title: 'Picture, film, sound or file' },
  ),
  Type.Object(
    {
      kind: Type.Literal('table'),
      text: Type.Optional(Text),
      columns: Type.Array(Type.String()),
      rows: Type.Array(Type.Array(Type.String())),
    },
    { ...exact, title: 'Table' },
  ),
  Type.Object(
    {
      kind: Type.Literal('form'),
      formId: Type.String({ minLength: 1, title: 'Id' }),
      title: Title,
      fields: Type.Array(FormField, { title: 'Fields' }),
      submit: Type.String({ title: 'Button' }),
    },
    { ...exact, title: 'Form' },
  ),
  Type.Object(
    {
      kind: Type.Literal('event'),
      name: Type.String({ title: 'Name', description: '"Task ended" tells the platform that a task is over.' }),
      detail: Type.String({
        title: 'Detail',
        description: 'For "Task ended": the task, and how it ended in brackets.',
      }),
    },
    { ...exact, title: 'Event' },
  ),
  Type.Object(
    { kind: Type.Literal('unknown'), label: Type.String(), source: Type.String() },
    { ...exact, title: 'As it stands' },
  ),
]);

/** The schema of a message's content, as a person writes it into a bot script: the type `Content`, checked. */
export const ContentSchema = Type.Unsafe<Content>(ContentUnion);
