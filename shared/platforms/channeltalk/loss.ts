import type { Button, Card, Content } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';

const lossOfButtons = (buttons: readonly Button[]): readonly string[] => [
  ...(buttons.some((each) => each.action.kind === 'postback')
    ? ['Buttons that send something become lines that say what to type: a button of Channel Talk opens a link.']
    : []),
  ...(buttons.some((each) => each.action.kind === 'phone') ? ['Phone buttons become lines of text.'] : []),
  ...(buttons.filter((each) => each.action.kind === 'url').length > 2
    ? ['A message has two buttons at most: further links become links in the text.']
    : []),
];

const lossOfCards = (cards: readonly Card[]): readonly string[] => [
  'Cards become bullets.',
  ...(cards.some((each) => each.imageUrl !== undefined) ? ['Pictures of cards become links.'] : []),
  ...(cards.some((each) => each.buttons.length > 0) ? ['Buttons of cards become bullets below them.'] : []),
];

/** What a message of Channel Talk cannot carry of a content, one sentence each. */
export const lossOf = (content: Content): readonly string[] => {
  switch (content.kind) {
    case 'text':
      return content.spans?.some((each) => each.isCode === true)
        ? ['Code within a line loses its look: Channel Talk has it as a block only.']
        : [];
    case 'buttons':
      return lossOfButtons(content.buttons);
    case 'quick-replies':
      return [
        'Quick replies become bullets that say what to type.',
        ...(content.replies.some((each) => each.imageUrl !== undefined)
          ? ['Pictures of quick replies are left out.']
          : []),
      ];
    case 'carousel':
      return lossOfCards(content.cards);
    case 'list':
      return [...lossOfCards(content.cards), ...lossOfButtons(content.buttons)];
    case 'media':
      return ['A picture or file becomes a link: Channel Talk takes files that were uploaded to it only.'];
    case 'table':
      return ['The table becomes a block of code, its columns set with spaces.'];
    case 'form':
      return ['The form becomes a list of its questions: the answer comes as free text.'];
    case 'event':
      return ['Events are left out: a message of Channel Talk has no form for them.'];
    case 'unknown':
      return ['It is sent as a block of code, as it stands.'];
    default:
      return assertNever(content);
  }
};
