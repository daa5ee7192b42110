import type { BotScript } from '#shared/bot/bot-script.ts';
import type { InputIssue } from '#shared/contract/fault.ts';
import type { Words } from '#renderer/words/words.ts';
import { readBotRule, readFallback } from './read-rule.ts';
import type { RuleDraft } from './rule-draft.ts';
import { fallbackPlace } from './rule-book.ts';

/** A bot as it is being written. */
export type BotDraft = {
  readonly name: string;
  readonly rules: readonly RuleDraft[];
  readonly fallback: RuleDraft;
};

/** Where a rule of a bot stands in the command that saves it. */
export const botPointer = (place: number): string =>
  place === fallbackPlace ? '/bot/fallback' : `/bot/rules/${String(place)}`;

/** The bot that a draft stands for, and what cannot be read of it by JSON Pointer. */
export const readBot = (
  { name, rules, fallback }: BotDraft,
  id: string,
  words: Pick<Words, 'form' | 'rules' | 'translations'>,
): { readonly bot: BotScript; readonly issues: readonly InputIssue[] } => {
  const reads = rules.map((rule, place) => readBotRule(rule, botPointer(place), words));
  const otherwise = readFallback(fallback, botPointer(fallbackPlace), words);
  return {
    bot: { id, name: name.trim(), rules: reads.map(({ rule }) => rule), fallback: otherwise.rule },
    issues: [...reads.flatMap(({ issues }) => issues), ...otherwise.issues],
  };
};
