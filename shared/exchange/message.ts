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

/** A stretch of a text with light markup: at most one link, and emphasis. */
export type Span = {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isCode?: boolean;
  readonly url?: string;
};

export type FormField = {
  readonly id: string;
  readonly label: string;
  readonly type: 'text' | 'long-text' | 'number' | 'email' | 'phone' | 'date' | 'choice' | 'yes-no';
  readonly isRequired: boolean;
  /** For `choice`. */
  readonly options?: readonly { readonly title: string; readonly value: string }[];
};

/** What a message says, in no platform's terms: what a screen can draw. */
export type Content =
  /** `spans`, where there is markup: the same words, put together they are `text`. */
  | { readonly kind: 'text'; readonly text: string; readonly spans?: readonly Span[] }
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
  | {
      readonly kind: 'form';
      readonly formId: string;
      readonly title: string;
      readonly fields: readonly FormField[];
      /** The words on its button. */
      readonly submit: string;
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

/** What a person does in the composer: types a text, presses something that the bot offered, fills in a form, sends a file by its link, or makes a gesture that the voice has. */
export type Utterance =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'press'; readonly title: string; readonly payload: string }
  | {
      readonly kind: 'form';
      readonly formId: string;
      readonly title: string;
      readonly values: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'media';
      readonly media: 'image' | 'video' | 'audio' | 'file';
      readonly url: string;
      readonly title?: string;
    }
  | { readonly kind: 'gesture'; readonly id: string; readonly title: string };

/** What a conversation shows of an utterance. */
export const contentOfUtterance = (utterance: Utterance): Content => {
  switch (utterance.kind) {
    case 'text':
      return { kind: 'text', text: utterance.text };
    case 'press':
      return { kind: 'text', text: utterance.title };
    case 'form': {
      const values = Object.values(utterance.values).filter(Boolean);
      return { kind: 'text', text: values.length === 0 ? utterance.title : values.join(', ') };
    }
    case 'media':
      return utterance;
    case 'gesture':
      return { kind: 'event', name: utterance.title, detail: '' };
    default:
      return assertNever(utterance);
  }
};

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
    case 'form':
      return [content.title, ...content.fields.map((each) => `${each.label}: ____`), `[${content.submit}]`].join(' · ');
    case 'event':
      return content.detail === '' ? content.name : `${content.name}: ${content.detail}`;
    case 'unknown':
      return `${content.label}: ${content.source}`;
    default:
      return assertNever(content);
  }
};

const plainCard = (card: Card): string =>
  [card.title, card.subtitle ?? '', ...card.buttons.map((each) => `[${each.title}]`)].filter(Boolean).join(' ');
