import { botRuleName, fallbackRule, type BotScript } from '#shared/bot/bot-script.ts';
import { botScripts } from '#shared/bot/bot-scripts.ts';
import { byHand } from '#shared/channel/channel.ts';
import type { InputIssue } from '#shared/contract/fault.ts';

/** How many characters a bot has as JSON: all of them ride on every change of the shelf. */
export const largestBot = 200_000;

/** What is wrong with a bot that a person wrote, besides its form, by JSON Pointer (RFC 6901) from the bot on. */
export const botIssues = (bot: BotScript): readonly InputIssue[] => [
  ...(bot.id === byHand || botScripts.some(({ id }) => id === bot.id)
    ? [{ path: '/id', message: 'is that of a bot which is built in' }]
    : []),
  ...(JSON.stringify(bot).length > largestBot
    ? [{ path: '', message: `must not have more than ${String(largestBot)} characters as JSON` }]
    : []),
  ...nameIssues(bot),
];

/** Names tell which rule made an answer, so that no two may be the same. */
const nameIssues = (bot: BotScript): readonly InputIssue[] => {
  const names = bot.rules.map((_, index) => botRuleName(bot, index));
  return bot.rules.flatMap(({ name }, index) => {
    if (name === undefined) return [];
    const isTaken = name === fallbackRule || names.some((each, other) => each === name && other !== index);
    return isTaken ? [{ path: `/rules/${String(index)}/name`, message: 'is the name of another rule' }] : [];
  });
};
