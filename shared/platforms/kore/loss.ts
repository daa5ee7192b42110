import type { Button, Content } from '#shared/exchange/message.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { koreSettings } from './settings.ts';
import { isTaskEnd } from './task-end.ts';

/** What a Kore.ai channel cannot carry of a content, one sentence each. */
export const lossOf = (content: Content, settings: JsonObject): readonly string[] => {
  switch (content.kind) {
    case 'text':
      return content.spans === undefined ? [] : ['Markup is not documented for this channel: the words go without it.'];
    case 'buttons':
      return [
        ...longText(content.text, 640),
        ...tooMany('buttons', content.buttons.length, 3),
        ...phones(content.buttons),
      ];
    case 'quick-replies':
    case 'table':
      return [];
    case 'carousel':
      return content.cards.flatMap(({ buttons }) => [
        ...tooMany('buttons of a card', buttons.length, 3),
        ...phones(buttons),
      ]);
    case 'list':
      return [
        ...tooMany('elements of a list', content.cards.length, 4),
        ...tooMany('buttons of a list', content.buttons.length, 1),
        ...content.cards.flatMap(({ buttons }) => [
          ...tooMany('buttons of an element', buttons.length, 1),
          ...phones(buttons),
        ]),
        ...phones(content.buttons),
      ];
    case 'media':
      return content.media === 'image' && content.title !== undefined
        ? ['An image has no place for its title: it goes without.']
        : [];
    case 'form':
      return koreSettings(settings).version === 'v1'
        ? ['V1 shows a form, but has no way to send back what was filled in but a line of text.']
        : [];
    case 'event':
      return isTaskEnd(content) ? [] : ['An event other than the end of a task becomes a line of text.'];
    case 'unknown':
      return ['Nothing is known about this content: it goes as the text that it is.'];
    default:
      return assertNever(content);
  }
};

const phones = (buttons: readonly Button[]): readonly string[] =>
  buttons
    .filter(({ action }) => action.kind === 'phone')
    .map(({ title }) => `There are no phone buttons: “${title}” becomes a link of the scheme tel.`);

const tooMany = (what: string, count: number, most: number): readonly string[] =>
  count > most ? [`The docs allow ${most} ${what}, and there are ${count}: a client may leave some out.`] : [];

const longText = (text: string, most: number): readonly string[] =>
  text.length > most ? [`The docs allow ${most} characters above buttons, and there are ${text.length}.`] : [];
