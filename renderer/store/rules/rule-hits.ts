import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { RuleHits } from '#shared/session/rule-hits.ts';

/** Whose rules: the reply rules of a channel, or those of a bot, on whichever channel. */
export type RuleOwner = { readonly channelId: string } | { readonly botId: string };

/** How often each rule made an answer since the start, by its name. */
export const hitsOf = (hits: readonly RuleHits[], owner: RuleOwner): ReadonlyMap<string, number> => {
  const isOurs = ({ channelId, botId }: RuleHits): boolean =>
    'botId' in owner ? botId === owner.botId : botId === null && channelId === owner.channelId;
  const counts = new Map<string, number>();
  for (const hit of hits) if (isOurs(hit)) counts.set(hit.rule, (counts.get(hit.rule) ?? 0) + hit.count);
  return counts;
};

/** The names in the summary of an exchange: those that are known first, for a name may have a comma in it. */
export const namesIn = (rule: string, known: readonly string[]): readonly string[] => {
  if (rule === '') return [];
  if (known.includes(rule)) return [rule];
  const first = known.find((name) => rule.startsWith(`${name}, `));
  if (first !== undefined) return [first, ...namesIn(rule.slice(first.length + 2), known)];
  const [name = '', ...rest] = rule.split(', ');
  return [name, ...namesIn(rest.join(', '), known)];
};

/** The rule of these that made an answer last, on one of these channels; null where none did. */
export const lastFired = (
  exchanges: readonly ExchangeSummary[],
  channelIds: readonly string[],
  known: readonly string[],
): string | null => {
  for (const { channelId, rule } of exchanges.toReversed()) {
    if (rule === '' || channelId === null || !channelIds.includes(channelId)) continue;
    const fired = namesIn(rule, known).find((name) => known.includes(name));
    if (fired !== undefined) return fired;
  }
  return null;
};
