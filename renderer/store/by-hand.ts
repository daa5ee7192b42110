import type { Words } from '#renderer/words/words.ts';

/** An answer by hand as its messages: an empty line parts them. The harness takes twenty; what is beyond stays in the last one. */
export const splitByHand = (text: string): readonly string[] => {
  const parts = text
    .split(/\n[ \t]*\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length <= 20 ? parts : [...parts.slice(0, 19), parts.slice(19).join('\n\n')];
};

/** How long a waiting turn still has: seconds rounded up, and the share of its limit. All times in milliseconds. */
export const timeLeft = (now: number, since: number, until: number) => {
  const left = Math.max(0, until - now);
  return { seconds: Math.ceil(left / 1000), share: until > since ? Math.min(1, left / (until - since)) : 0 };
};

/** What is said aloud about a countdown: only at moments that matter, so that it does not talk all the time. */
export const countdownWords = (seconds: number, words: Words['composer']): string => {
  if (seconds === 0) return words.timeIsUp;
  return [30, 10, 5].includes(seconds) ? words.secondsLeftAloud(seconds) : '';
};
