import type { Words } from '#renderer/words/words.ts';
import type { FileToSave } from '#shared/contract/shell.ts';
import type { BotScript } from '#shared/bot/bot-script.ts';

/** What a new bot begins with: a rule to be read, and something to say where none counts. */
export const firstBot = ({ newName, example }: Words['bots']): Omit<BotScript, 'id'> => ({
  name: newName,
  rules: [{ name: example.greeting, when: { has: ['hi', 'hello'] }, say: [{ kind: 'text', text: example.hello }] }],
  fallback: [{ kind: 'text', text: example.sorry }],
});

/** A bot as a file: its script as JSON. */
export const fileOf = (bot: BotScript): FileToSave => ({
  name: `${bot.name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '') || 'bot'}.bot.json`,
  mediaType: 'application/json',
  bytes: new TextEncoder().encode(`${JSON.stringify(bot, null, 2)}\n`),
});
