import type { Button, Content } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { snatchBotSettings } from './settings.ts';

const buttonsOf = (content: Content): readonly Button[] => {
  if (content.kind === 'buttons') return content.buttons;
  if (content.kind === 'carousel') return content.cards.flatMap(({ buttons }) => buttons);
  return content.kind === 'list' ? [...content.cards.flatMap(({ buttons }) => buttons), ...content.buttons] : [];
};

const buttonLosses = (content: Content): readonly string[] => {
  const kinds = new Set(buttonsOf(content).map(({ action }) => action.kind));
  return [
    ...(kinds.has('postback')
      ? ['A button leads to an interaction by its number: its own payload is not carried.']
      : []),
    ...(kinds.has('phone') ? ['A phone button goes as a link with tel:.'] : []),
  ];
};

/** What a WebHook tells: the text alone. */
const notificationLoss = (content: Content): readonly string[] => {
  switch (content.kind) {
    case 'text':
      return content.spans === undefined ? [] : ['Bold, italic and links are lost: the text alone is told.'];
    case 'event':
      return ['An event is no message of a chat: it is not told.'];
    case 'unknown':
      return ['It is told as a line of text.'];
    case 'media':
      return ['The address alone is told, as text.'];
    case 'buttons':
    case 'quick-replies':
      return ['A notification holds text only: what can be pressed is not told.'];
    case 'carousel':
    case 'list':
    case 'table':
    case 'form':
      return ['A notification holds text only: it is told as one line.'];
    default:
      return assertNever(content);
  }
};

const answerLoss = (content: Content): readonly string[] => {
  switch (content.kind) {
    case 'text':
      return content.spans === undefined ? [] : ['Bold, italic and links are lost: a message is plain text.'];
    case 'buttons':
      return buttonLosses(content);
    case 'quick-replies':
      return [
        ...(content.replies.some(({ title, payload }) => title !== payload)
          ? ['A quick reply is its text alone: its payload is not carried.']
          : []),
        ...(content.replies.some(({ imageUrl }) => imageUrl !== undefined)
          ? ['The pictures of quick replies are lost.']
          : []),
      ];
    case 'carousel':
      return buttonLosses(content);
    case 'list':
      return ['A list goes as a gallery: side by side, not below each other.', ...buttonLosses(content)];
    case 'media':
      return content.media === 'image'
        ? []
        : ['Only pictures have a card: anything else goes as its address in a text.'];
    case 'table':
      return ['A table goes as lines of text.'];
    case 'form':
      return ['A form goes as text: it cannot be filled in.'];
    case 'event':
      return ['An event is not carried at all.'];
    case 'unknown':
      return ['It goes as text.'];
    default:
      return assertNever(content);
  }
};

/** What a channel of this feature cannot carry of a content. */
export const lossOf = (content: Content, settings: JsonObject): readonly string[] =>
  snatchBotSettings(settings).feature === 'webhook' ? notificationLoss(content) : answerLoss(content);
