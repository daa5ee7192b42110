import { plainText, type Button, type Card, type Content } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';

/** A bot's answer in SnatchBot's terms, the same for JSON API and API channel. */
export type WrittenAnswer = {
  readonly bubbles: readonly string[];
  readonly cards: readonly JsonObject[];
  readonly suggested: readonly string[];
};

/** How a button with a payload is written. `moduleOf` gives the id of an interaction for a payload. */
export type ButtonStyle = {
  readonly postbackAs: 'module' | 'suggested';
  readonly moduleOf: (payload: string, title: string) => string;
  readonly cardPrompt: string;
};

type Part = {
  readonly bubble?: string;
  readonly cards?: readonly JsonObject[];
  readonly suggested?: readonly string[];
};

const nothing: WrittenAnswer = { bubbles: [], cards: [], suggested: [] };

const buttonOf = ({ title, action }: Button, style: ButtonStyle): JsonObject => {
  switch (action.kind) {
    case 'postback':
      return { type: 'module', value: style.moduleOf(action.payload, title), name: title };
    case 'url':
      return { type: 'url', value: action.url, name: title };
    case 'phone':
      return { type: 'url', value: `tel:${action.number}`, name: title };
    default:
      return assertNever(action);
  }
};

/** Buttons that stay on the card, and the titles of those that go as suggested replies. */
const splitButtons = (buttons: readonly Button[], style: ButtonStyle) => {
  const isSuggested = (button: Button): boolean =>
    style.postbackAs === 'suggested' && button.action.kind === 'postback';
  return {
    written: buttons.filter((each) => !isSuggested(each)).map((each) => buttonOf(each, style)),
    suggested: buttons.filter(isSuggested).map(({ title }) => title),
  };
};

const galleryOf = (cards: readonly Card[], style: ButtonStyle): Part => {
  const split = cards.map((card) => ({ card, ...splitButtons(card.buttons, style) }));
  const gallery = split.map(({ card, written }) => ({
    image: card.imageUrl ?? '',
    heading: card.title,
    subtitle: card.subtitle ?? '',
    url: card.url ?? '',
    ...(written.length === 0 ? {} : { buttons: written }),
  }));
  return {
    cards: [{ type: 'gallery', value: 'gallery', gallery }],
    suggested: split.flatMap(({ suggested }) => suggested),
  };
};

const textCard = (text: string, buttons: readonly Button[], style: ButtonStyle): Part => {
  const { written, suggested } = splitButtons(buttons, style);
  if (written.length === 0) return { bubble: text, suggested };
  return {
    cards: [{ type: 'text', value: text.trim() === '' ? style.cardPrompt : text, buttons: written }],
    suggested,
  };
};

const tableText = ({ text, columns, rows }: Content & { readonly kind: 'table' }): string =>
  [...(text === undefined ? [] : [text]), columns.join(' | '), ...rows.map((row) => row.join(' | '))].join('\n');

const partOf = (content: Content, style: ButtonStyle): Part => {
  switch (content.kind) {
    case 'text':
      return { bubble: content.text };
    case 'buttons':
      return textCard(content.text, content.buttons, style);
    case 'quick-replies':
      return { bubble: content.text, suggested: content.replies.map(({ title }) => title) };
    case 'carousel':
      return galleryOf(content.cards, style);
    case 'list': {
      const gallery = galleryOf(content.cards, style);
      const below: Part = content.buttons.length === 0 ? {} : textCard(style.cardPrompt, content.buttons, style);
      return {
        ...(below.bubble === undefined ? {} : { bubble: below.bubble }),
        cards: [...(gallery.cards ?? []), ...(below.cards ?? [])],
        suggested: [...(gallery.suggested ?? []), ...(below.suggested ?? [])],
      };
    }
    case 'media':
      return content.media === 'image'
        ? {
            ...(content.title === undefined ? {} : { bubble: content.title }),
            cards: [{ type: 'image', value: content.url }],
          }
        : { bubble: content.title === undefined ? content.url : `${content.title}\n${content.url}` };
    case 'table':
      return { bubble: tableText(content) };
    case 'form':
      return { bubble: [content.title, ...content.fields.map(({ label }) => `${label}: ____`)].join('\n') };
    case 'event':
      return {};
    case 'unknown':
      return { bubble: plainText(content) };
    default:
      return assertNever(content);
  }
};

/** Writes what the bot says. What the wire has no form for goes as text; an event is left out, as the loss report says. */
export const writeAnswer = (contents: readonly Content[], style: ButtonStyle): WrittenAnswer => {
  const written = contents.reduce<WrittenAnswer>((whole, content) => {
    const { bubble, cards = [], suggested = [] } = partOf(content, style);
    return {
      bubbles: bubble === undefined || bubble.trim() === '' ? whole.bubbles : [...whole.bubbles, bubble],
      cards: [...whole.cards, ...cards],
      suggested: [...whole.suggested, ...suggested],
    };
  }, nothing);
  const needsWords = written.bubbles.length === 0 && (written.cards.length > 0 || written.suggested.length > 0);
  return needsWords ? withWords(written, style) : written;
};

/** An answer has to have words: those of the first text card, whose place the prompt takes, else the prompt. */
const withWords = (written: WrittenAnswer, { cardPrompt }: ButtonStyle): WrittenAnswer => {
  const [first, ...rest] = written.cards;
  if (first?.['type'] !== 'text' || typeof first['value'] !== 'string' || first['value'] === cardPrompt)
    return { ...written, bubbles: [cardPrompt] };
  return { ...written, bubbles: [first['value']], cards: [{ ...first, value: cardPrompt }, ...rest] };
};
