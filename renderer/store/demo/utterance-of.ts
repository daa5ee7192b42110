import type { Content, Message, Utterance } from '#shared/exchange/message.ts';
import type { Voice } from '#shared/platforms/voice.ts';

/** What the bot offered to be pressed. */
const offersOf = (content: Content): readonly { readonly title: string; readonly payload: string }[] => {
  if (content.kind === 'quick-replies') return content.replies;
  const buttons =
    content.kind === 'buttons'
      ? content.buttons
      : content.kind === 'carousel'
        ? content.cards.flatMap((card) => card.buttons)
        : content.kind === 'list'
          ? [...content.cards.flatMap((card) => card.buttons), ...content.buttons]
          : [];
  return buttons.flatMap(({ title, action }) =>
    action.kind === 'postback' ? [{ title, payload: action.payload }] : [],
  );
};

/**
 * What the user did to say this: pressed what the bot had just offered under these words, made a gesture, or typed. Null where it cannot
 * be done again.
 */
export const utteranceOf = (
  { content }: Message,
  before: readonly Message[],
  gestures: Voice['gestures'],
): Utterance | null => {
  if (content.kind === 'media') return content;
  if (content.kind === 'event') {
    const gesture = gestures.find(({ title }) => title === content.name);
    return gesture ? { kind: 'gesture', id: gesture.id, title: gesture.title } : null;
  }
  if (content.kind !== 'text' || content.text === '') return null;
  const since = before.slice(before.findLastIndex(({ author }) => author === 'user') + 1);
  const offered = since.flatMap((each) => offersOf(each.content)).find(({ title }) => title === content.text);
  return offered
    ? { kind: 'press', title: offered.title, payload: offered.payload }
    : { kind: 'text', text: content.text };
};
