import type { BotScript } from '#shared/bot/bot-script.ts';

/** A few things to say to a bot that it has an answer for: the first words of its first rules. */
export const tryWords = (script: BotScript | undefined): readonly string[] => {
  const known = (script?.rules ?? []).flatMap(({ when }) => (when.is ?? when.has ?? []).slice(0, 1));
  const words = known.includes('help') ? ['hi', 'help', ...known] : ['hi', ...known, 'help'];
  return [...new Set(words)].slice(0, 5);
};
