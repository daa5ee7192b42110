import type { Content } from '#shared/exchange/message.ts';

type Of<Kind extends Content['kind']> = Extract<Content, { readonly kind: Kind }>;

/** The text with the address of each link behind its words: this channel has no markup. */
export const textWithLinks = ({ text, spans }: Of<'text'>): string =>
  spans === undefined
    ? text
    : spans
        .map((each) => (each.url === undefined || each.url === each.text ? each.text : `${each.text} (${each.url})`))
        .join('');

/** A table as lines of text. */
export const tableLines = ({ text, columns, rows }: Of<'table'>): string =>
  [...(text === undefined ? [] : [text]), ...[columns, ...rows].map((row) => row.join(' | '))].join('\n');

/** A form as lines of text: what a person is asked for, to be typed in words. */
export const formLines = ({ title, fields }: Of<'form'>): string =>
  [
    title,
    ...fields.map((each) => `${each.label}: ${(each.options ?? []).map((one) => one.title).join(', ')}`.trimEnd()),
  ].join('\n');
