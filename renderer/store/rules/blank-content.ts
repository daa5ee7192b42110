import type { Button, Card, Content, FormField, QuickReply } from '#shared/exchange/message.ts';

export const contentKinds = [
  'text',
  'buttons',
  'quick-replies',
  'carousel',
  'list',
  'media',
  'table',
  'form',
  'event',
  'unknown',
] as const satisfies readonly Content['kind'][];

export const blankButton: Button = { title: '', action: { kind: 'postback', payload: '' } };
export const blankReply: QuickReply = { title: '', payload: '' };
export const blankCard: Card = { title: '', buttons: [] };

/** A field of a form needs an id of its own. */
export const blankField = (count: number): FormField => ({
  id: `field${String(count + 1)}`,
  label: '',
  type: 'text',
  isRequired: false,
});

const blanks: { readonly [Kind in Content['kind']]: Extract<Content, { kind: Kind }> } = {
  text: { kind: 'text', text: '' },
  buttons: { kind: 'buttons', text: '', buttons: [blankButton] },
  'quick-replies': { kind: 'quick-replies', text: '', replies: [blankReply] },
  carousel: { kind: 'carousel', cards: [blankCard] },
  list: { kind: 'list', cards: [blankCard], buttons: [] },
  media: { kind: 'media', media: 'image', url: '' },
  table: { kind: 'table', columns: ['', ''], rows: [['', '']] },
  form: { kind: 'form', formId: 'form', title: '', fields: [blankField(0)], submit: '' },
  event: { kind: 'event', name: '', detail: '' },
  unknown: { kind: 'unknown', label: '', source: '' },
};

const textOf = (content: Content): string => {
  if ('text' in content) return content.text ?? '';
  return 'title' in content ? (content.title ?? '') : '';
};

/** A message of another kind that says the same, as far as the kind can: the words are kept. */
export const asKind = (content: Content, kind: Content['kind']): Content => {
  if (content.kind === kind) return content;
  const blank = blanks[kind];
  const text = textOf(content);
  if (blank.kind === 'text' || blank.kind === 'buttons' || blank.kind === 'quick-replies') return { ...blank, text };
  if (blank.kind === 'form') return { ...blank, title: text };
  return blank.kind === 'event' ? { ...blank, name: text } : blank;
};
