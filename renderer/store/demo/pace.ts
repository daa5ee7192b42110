import type { Author, Message } from '#shared/exchange/message.ts';

/** How many times as fast as it was recorded. */
export const speeds: readonly number[] = [0.5, 0.75, 1, 1.5, 2, 3, 4];

/** Milliseconds: what was waited for longer was waited for enough, and what came at once has to be read. */
const bounds: Readonly<Record<'said' | 'answered' | 'more', readonly [shortest: number, longest: number]>> = {
  said: [700, 2500],
  answered: [600, 2500],
  more: [450, 1500],
};

/** Whether somebody is seen typing it. What the channel does is nobody's typing, and the user types out of sight. */
export const isTyped = (author: Author): boolean => author === 'bot' || author === 'agent';

/** Milliseconds before a message appears: as long as it was recorded, within bounds. */
export const pauseBefore = (message: Message, before: Message | undefined, speed: number): number => {
  if (!before) return 400 / speed;
  const kind = message.author === 'user' ? 'said' : before.author === message.author ? 'more' : 'answered';
  const [shortest, longest] = bounds[kind];
  return Math.min(longest, Math.max(shortest, message.at - before.at)) / speed;
};
