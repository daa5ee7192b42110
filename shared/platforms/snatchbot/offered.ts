import type { Content, Utterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';

type Remembering = Pick<PlatformContext, 'memory'>;

/** On this wire a press arrives as the words on the button: the end that owns the bot has to remember what they stand for. */
const keyOf = (end: 'app' | 'platform', userId: string): string => `${end}/offered/${userId}`;

/** How many titles are kept for a user: those of the answers before may still be on the screen. */
const mostTitles = 60;

const titlesOf = (content: Content): readonly (readonly [title: string, payload: string])[] => {
  if (content.kind === 'quick-replies') return content.replies.map(({ title, payload }) => [title, payload]);
  const buttons =
    content.kind === 'buttons'
      ? content.buttons
      : content.kind === 'carousel' || content.kind === 'list'
        ? [...content.cards.flatMap((card) => card.buttons), ...(content.kind === 'list' ? content.buttons : [])]
        : [];
  return buttons.flatMap(({ title, action }) => (action.kind === 'postback' ? [[title, action.payload] as const] : []));
};

const remembered = (key: string, { memory }: Remembering): JsonObject => {
  const value = memory.get(key);
  return isJsonObject(value) ? value : {};
};

/** Remembers what the bot offered to a user. */
export const rememberOffers = (
  end: 'app' | 'platform',
  userId: string,
  contents: readonly Content[],
  context: Remembering,
): void => {
  const offers = contents.flatMap(titlesOf);
  if (offers.length === 0) return;
  const key = keyOf(end, userId);
  const fresh = new Map(offers);
  const old = Object.entries(remembered(key, context)).filter(([title]) => !fresh.has(title));
  context.memory.set(key, Object.fromEntries([...old, ...fresh].slice(-mostTitles)));
};

/** What a user means by these words: a press where the bot had offered them, else what was typed. */
export const meaningOf = (end: 'app' | 'platform', userId: string, text: string, context: Remembering): Utterance => {
  const offered = remembered(keyOf(end, userId), context);
  const payload = Object.hasOwn(offered, text) ? offered[text] : undefined;
  return typeof payload === 'string' ? { kind: 'press', title: text, payload } : { kind: 'text', text };
};

/** The words that this wire carries for an utterance. */
export const wordsOf = (utterance: Utterance): string => {
  switch (utterance.kind) {
    case 'text':
      return utterance.text;
    case 'press':
      return utterance.title;
    case 'form':
      return [utterance.title, ...Object.entries(utterance.values).map(([id, value]) => `${id}: ${value}`)].join('\n');
    case 'media':
      return utterance.url;
    case 'gesture':
      return utterance.title;
    default:
      return assertNever(utterance);
  }
};
