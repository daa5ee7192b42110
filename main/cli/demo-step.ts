import type { Button, Content, Message, Utterance } from '#shared/exchange/message.ts';
import type { DemoStep } from '#shared/platforms/platform.ts';
import type { Gesture } from '#shared/platforms/voice.ts';
import { assertNever } from '#shared/text/assert-never.ts';

/** What a person can press of a content, and what the press sends back. */
type Pressable = { readonly title: string; readonly payload: string };

const pressableOf = (buttons: readonly Button[]): readonly Pressable[] =>
  buttons.flatMap(({ title, action }) => (action.kind === 'postback' ? [{ title, payload: action.payload }] : []));

/** What a content offers to be pressed, in its order; links and phone numbers send nothing. */
export const pressablesIn = (content: Content): readonly Pressable[] => {
  switch (content.kind) {
    case 'buttons':
      return pressableOf(content.buttons);
    case 'quick-replies':
      return content.replies;
    case 'carousel':
      return content.cards.flatMap((card) => pressableOf(card.buttons));
    case 'list':
      return [...content.cards.flatMap((card) => pressableOf(card.buttons)), ...pressableOf(content.buttons)];
    case 'text':
    case 'media':
    case 'table':
    case 'form':
    case 'event':
    case 'unknown':
      return [];
    default:
      return assertNever(content);
  }
};

/** The words of a step, for a transcript. */
export const stepTitle = (step: DemoStep): string =>
  typeof step === 'string' ? `“${step}”` : 'press' in step ? `press “${step.press}”` : `gesture “${step.gesture}”`;

/** What this step says after these messages; null where there is nothing of this title to press, and no such gesture. */
export const utteranceOf = (
  step: DemoStep,
  messages: readonly Message[],
  gestures: readonly Gesture[],
): Utterance | null => {
  if (typeof step === 'string') return { kind: 'text', text: step };
  if ('gesture' in step) {
    const gesture = gestures.find((each) => each.id === step.gesture);
    return gesture ? { kind: 'gesture', id: gesture.id, title: gesture.title } : null;
  }
  const offered = messages.toReversed().flatMap(({ content }) => pressablesIn(content));
  const found = offered.find(({ title }) => title === step.press);
  return found ? { kind: 'press', title: found.title, payload: found.payload } : null;
};
