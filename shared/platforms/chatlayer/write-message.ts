import type { Action, Button, Card, Content, QuickReply } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { formLines, tableLines, textWithLinks } from './plain.ts';
import type { WritePayload } from './payload.ts';
import { objectOf } from './wire.ts';

const mostCardButtons = 3;
const mostListCards = 4;

const template = (type: string, fields: JsonObject): JsonObject => ({
  attachment: { type: 'template', payload: { template_type: type, ...fields } },
});

const actionJson = (title: string, action: Action, writePayload: WritePayload): JsonObject => {
  switch (action.kind) {
    case 'postback':
      return { type: 'postback', title, payload: writePayload(action.payload, title) };
    case 'url':
      return { type: 'web_url', title, url: action.url };
    case 'phone':
      return { type: 'phone_number', title, payload: action.number };
    default:
      return assertNever(action);
  }
};

const buttonsJson = (buttons: readonly Button[], writePayload: WritePayload): readonly JsonObject[] =>
  buttons.map(({ title, action }) => actionJson(title, action, writePayload));

const replyJson = ({ title, payload, imageUrl }: QuickReply, writePayload: WritePayload): JsonObject => ({
  content_type: 'text',
  title,
  payload: writePayload(payload, title),
  ...(imageUrl === undefined ? {} : { image_url: imageUrl }),
});

const cardJson = ({ title, subtitle, imageUrl, url, buttons }: Card, writePayload: WritePayload): JsonObject => ({
  title,
  ...(subtitle === undefined ? {} : { subtitle }),
  ...(imageUrl === undefined ? {} : { image_url: imageUrl }),
  ...(url === undefined ? {} : { default_action: { type: 'web_url', url } }),
  buttons: buttonsJson(buttons, writePayload),
});

/** A card with more buttons than one may have goes on in further cards of the same title. */
const cardsOf = (card: Card): readonly Card[] => {
  const count = Math.max(1, Math.ceil(card.buttons.length / mostCardButtons));
  return Array.from({ length: count }, (_, index) => {
    const buttons = card.buttons.slice(index * mostCardButtons, (index + 1) * mostCardButtons);
    return index === 0 ? { ...card, buttons } : { title: card.title, buttons };
  });
};

const carouselJson = (cards: readonly Card[], writePayload: WritePayload): JsonObject =>
  template('generic', { elements: cards.flatMap(cardsOf).map((each) => cardJson(each, writePayload)) });

/** True where the cards fit into lists: two or more, with one button at most each. */
export const fitsList = (cards: readonly Card[]): boolean =>
  cards.length >= 2 && cards.every((each) => each.buttons.length <= 1);

/** Several lists where there are more cards than one holds, none of them with a single card. */
const listJson = (
  { cards, buttons }: Extract<Content, { readonly kind: 'list' }>,
  writePayload: WritePayload,
): readonly JsonObject[] => {
  if (!fitsList(cards)) {
    const below = buttons.length === 0 ? [] : [template('button', { buttons: buttonsJson(buttons, writePayload) })];
    return [carouselJson(cards, writePayload), ...below];
  }
  const count = Math.ceil(cards.length / mostListCards);
  return Array.from({ length: count }, (_, index) =>
    template('list', {
      elements: cards
        .slice(Math.ceil((index * cards.length) / count), Math.ceil(((index + 1) * cards.length) / count))
        .map((each) => cardJson(each, writePayload)),
      buttons: index === count - 1 ? buttonsJson(buttons, writePayload) : [],
    }),
  );
};

const mediaJson = ({ media, url, title }: Extract<Content, { readonly kind: 'media' }>): readonly JsonObject[] => [
  ...(title === undefined || title === '' ? [] : [{ text: title }]),
  { attachment: { type: media, payload: { url } } },
];

/** The message objects that carry a content, one POST each: mostly one. What the channel has no form for becomes text, so that nothing is lost unseen. */
export const writeMessages = (content: Content, writePayload: WritePayload): readonly JsonObject[] => {
  switch (content.kind) {
    case 'text':
      return [{ text: textWithLinks(content) }];
    case 'buttons':
      return [template('button', { text: content.text, buttons: buttonsJson(content.buttons, writePayload) })];
    case 'quick-replies':
      return [{ text: content.text, quick_replies: content.replies.map((each) => replyJson(each, writePayload)) }];
    case 'carousel':
      return [carouselJson(content.cards, writePayload)];
    case 'list':
      return listJson(content, writePayload);
    case 'media':
      return mediaJson(content);
    case 'table':
      return [{ text: tableLines(content) }];
    case 'form':
      return [{ text: formLines(content) }];
    case 'event':
      return [{ type: 'event', name: content.name, detail: content.detail }];
    case 'unknown':
      return [objectOf(content.source) ?? { text: content.source }];
    default:
      return assertNever(content);
  }
};
