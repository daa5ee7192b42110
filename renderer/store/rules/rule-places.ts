import { botRuleName, fallbackRule, type BotScript } from '#shared/bot/bot-script.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { namesIn } from './rule-hits.ts';

/** Where a rule is written: among the reply rules of a channel, or in a bot. */
export type RulePlace =
  | { readonly kind: 'reply'; readonly channelId: string; readonly rule: string }
  | { readonly kind: 'bot'; readonly botId: string; readonly rule: string };

/** The rules that made the answer of an exchange, each where it is written now; what is written nowhere any more is left out. */
export const rulePlacesOf = (
  { rule, channelId, end }: Pick<ExchangeSummary, 'rule' | 'channelId' | 'end'>,
  channels: readonly Channel[],
  bots: readonly BotScript[],
): readonly RulePlace[] => {
  const channel = channels.find(({ id }) => id === channelId);
  if (!channel || rule === '') return [];
  const bot = bots.find(({ id }) => id === channel.botId);
  const ofBot = bot ? [...bot.rules.map((_, place) => botRuleName(bot, place)), fallbackRule] : [];
  const ofReplies = end === 'app' ? channel.replyRules.map(({ name }) => name) : [];
  return namesIn(rule, [...ofBot, ...ofReplies]).flatMap((name): readonly RulePlace[] => {
    if (ofReplies.includes(name)) return [{ kind: 'reply', channelId: channel.id, rule: name }];
    return bot && ofBot.includes(name) ? [{ kind: 'bot', botId: bot.id, rule: name }] : [];
  });
};
