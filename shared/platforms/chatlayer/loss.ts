import type { Card, Content } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { ChatlayerSettings } from './settings.ts';
import { fitsList } from './write-message.ts';

const when = (holds: boolean, sentence: string): readonly string[] => (holds ? [sentence] : []);

const cardLosses = (cards: readonly Card[], dialect: ChatlayerSettings['dialect']): readonly string[] => [
  ...when(
    cards.some((each) => each.buttons.length > 3),
    'Chatlayer allows three buttons on a card: the others go on in another card of the same title.',
  ),
  ...when(
    dialect === 'd2' && cards.some((each) => each.url !== undefined),
    'The link of a card becomes a button: the templates of an agent have no link for the card itself.',
  ),
];

/** What the channel cannot carry of a content, one sentence each. */
export const chatlayerLosses = (content: Content, dialect: ChatlayerSettings['dialect']): readonly string[] => {
  switch (content.kind) {
    case 'text':
      return when(
        content.spans !== undefined,
        'Chatlayer has no rich text on this channel: emphasis is lost, and links stand in brackets behind their words.',
      );
    case 'buttons':
    case 'quick-replies':
      return [];
    case 'carousel':
      return cardLosses(content.cards, dialect);
    case 'list':
      return [
        ...(fitsList(content.cards)
          ? when(content.cards.length > 4, 'A list of Chatlayer holds two to four cards: this one is sent as several.')
          : ['A list of Chatlayer wants two cards or more with one button each: this one is sent as a carousel.']),
        ...cardLosses(content.cards, dialect),
      ];
    case 'media':
      return when(
        content.title !== undefined && content.title !== '',
        'An attachment has no title on this channel: it is sent as a text before it.',
      );
    case 'table':
      return ['Chatlayer has no tables: the rows are sent as lines of text.'];
    case 'form':
      return ['Chatlayer has no forms: the fields are listed as text, and the user has to answer in words.'];
    case 'event':
      return when(dialect === 'd2', 'An agent cannot send events: it is left out.');
    case 'unknown':
      return when(dialect === 'd2', 'What has no known form is sent as text.');
    default:
      return assertNever(content);
  }
};
