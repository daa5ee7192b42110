import type { Action, Button, Card, Content } from '#shared/exchange/message.ts';
import { plainText } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { formLines, tableLines, textWithLinks } from './plain.ts';
import { fitsList } from './write-message.ts';
import { objectOf } from './wire.ts';

const textsOf = (text: string): JsonObject => ({ textMessages: [{ text }] });

const textTemplate = (text: string): JsonObject => ({ textMessageTemplate: textsOf(text) });

/** A payload that came from Chatlayer is an object; a plain one names the dialog state. */
const payloadJson = (payload: string): JsonObject => {
  const object = objectOf(payload);
  return object?.['nextDialogstateId'] === undefined ? { nextDialogstateId: payload, sessionDataToSet: [] } : object;
};

const actionJson = (title: string, action: Action): JsonObject => {
  switch (action.kind) {
    case 'postback':
      return { postBackButton: { title, payload: payloadJson(action.payload) } };
    case 'url':
      return { urlButton: { title, url: action.url } };
    case 'phone':
      return { phoneNumberButton: { title, phoneNumber: action.number } };
    default:
      return assertNever(action);
  }
};

const buttonJson = ({ title, action }: Button): JsonObject => actionJson(title, action);

/** These templates have no link for the card itself: it becomes a button. */
const withLink = (card: Card): readonly Button[] =>
  card.url === undefined ? card.buttons : [...card.buttons, { title: 'Open', action: { kind: 'url', url: card.url } }];

const cardHead = ({ title, subtitle, imageUrl }: Card): JsonObject => ({
  title,
  ...(subtitle === undefined ? {} : { subTitle: subtitle }),
  ...(imageUrl === undefined ? {} : { imageUrl }),
});

const carousel = (cards: readonly Card[]): JsonObject => ({
  carouselTemplate: { elements: cards.map((each) => ({ ...cardHead(each), buttons: withLink(each).map(buttonJson) })) },
});

const list = ({ cards, buttons }: Extract<Content, { readonly kind: 'list' }>): readonly JsonObject[] => {
  const [first, ...more] = buttons;
  if (!fitsList(cards.map((each) => ({ ...each, buttons: withLink(each) }))) || more.length > 0)
    return [
      carousel(cards),
      ...(first === undefined ? [] : [{ buttonTemplate: { textMessages: [], buttons: buttons.map(buttonJson) } }]),
    ];
  const elements = cards.map((each) => {
    const [button] = withLink(each);
    return { ...cardHead(each), ...(button === undefined ? {} : { button: buttonJson(button) }) };
  });
  return [{ listTemplate: { size: 'LARGE', ...(first === undefined ? {} : { button: buttonJson(first) }), elements } }];
};

/** What an agent says, as templates of `sendMessages`: mostly one. What has no template becomes text; an event stays behind. */
export const writeTemplates = (content: Content): readonly JsonObject[] => {
  switch (content.kind) {
    case 'text':
      return [textTemplate(textWithLinks(content))];
    case 'buttons':
      return [{ buttonTemplate: { ...textsOf(content.text), buttons: content.buttons.map(buttonJson) } }];
    case 'quick-replies':
      return [
        {
          quickReplyTemplate: {
            ...textsOf(content.text),
            quickReplies: content.replies.map(({ title, payload, imageUrl }) => ({
              ...(imageUrl === undefined ? {} : { imageUrl }),
              title,
              payload: payloadJson(payload),
            })),
          },
        },
      ];
    case 'carousel':
      return [carousel(content.cards)];
    case 'list':
      return list(content);
    case 'media':
      return [
        ...(content.title === undefined || content.title === '' ? [] : [textTemplate(content.title)]),
        {
          attachmentTemplate: {
            media: { url: content.url, type: content.media === 'file' ? 'attachment' : content.media },
          },
        },
      ];
    case 'table':
      return [textTemplate(tableLines(content))];
    case 'form':
      return [textTemplate(formLines(content))];
    case 'event':
      // Meant for an app, never for the user: the loss report says that it stays behind.
      return [];
    case 'unknown':
      return [textTemplate(plainText(content))];
    default:
      return assertNever(content);
  }
};
