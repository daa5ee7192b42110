import { assertNever } from '#shared/text/assert-never.ts';

/** What a button or quick reply does when it is pressed. */
export type Action =
  | { readonly kind: 'postback'; readonly payload: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'phone'; readonly number: string };

export type Button = { readonly title: string; readonly action: Action };

export type QuickReply = { readonly title: string; readonly payload: string; readonly imageUrl?: string };

export type Card = {
  readonly title: string;
  readonly subtitle?: string;
  readonly imageUrl?: string;
  readonly url?: string;
  readonly buttons: readonly Button[];
};

/** What a message says, in no platform's terms: what a screen can draw. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'buttons'; readonly text: string; readonly buttons: readonly Button[] }
  | { readonly kind: 'quick-replies'; readonly text: string; readonly replies: readonly QuickReply[] }
  | { readonly kind: 'carousel'; readonly cards: readonly Card[] }
  | { readonly kind: 'list'; readonly cards: readonly Card[]; readonly buttons: readonly Button[] }
  | {
      readonly kind: 'media';
      readonly media: 'image' | 'video' | 'audio' | 'file';
      readonly url: string;
      readonly title?: string;
    }
  | {
      readonly kind: 'table';
      readonly text?: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Not said by anyone, but worth a line: a task that ended, a session that began. */
  | { readonly kind: 'event'; readonly name: string; readonly detail: string }
  /** Something that we do not know how to draw: named, and shown as the text that came. */
  | { readonly kind: 'unknown'; readonly label: string; readonly source: string };

export type Author = 'user' | 'bot' | 'agent' | 'channel';

/** What a person reads in a conversation. */
export type Message = {
  readonly id: string;
  readonly channelId: string;
  readonly conversationId: string;
  /** The exchange that carried it. */
  readonly exchangeId: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly author: Author;
  readonly content: Content;
};

/** What a person does in the composer: types a text, or presses something that the bot offered. */
export type Utterance =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'press'; readonly title: string; readonly payload: string };

/** The content in one line of plain text, for lists, terminals and screen readers. */
export const plainText = (content: Content): string => {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'buttons':
      return [content.text, ...content.buttons.map((each) => `[${each.title}]`)].filter(Boolean).join(' ');
    case 'quick-replies':
      return [content.text, ...content.replies.map((each) => `(${each.title})`)].filter(Boolean).join(' ');
    case 'carousel':
      return content.cards.map(plainCard).join(' · ');
    case 'list':
      return [...content.cards.map(plainCard), ...content.buttons.map((each) => `[${each.title}]`)].join(' · ');
    case 'media':
      return content.title ? `${content.title} (${content.url})` : content.url;
    case 'table':
      return [content.text ?? '', content.columns.join(' | '), ...content.rows.map((row) => row.join(' | '))]
        .filter(Boolean)
        .join(' · ');
    case 'event':
      return `${content.name}: ${content.detail}`;
    case 'unknown':
      return `${content.label}: ${content.source}`;
    default:
      return assertNever(content);
  }
};

const plainCard = (card: Card): string =>
  [card.title, card.subtitle ?? '', ...card.buttons.map((each) => `[${each.title}]`)].filter(Boolean).join(' ');
