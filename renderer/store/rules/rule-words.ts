import type { Words } from '#renderer/words/words.ts';
import { plainText } from '#shared/exchange/message.ts';
import { conditionTexts } from './conditions.ts';
import { readMessages } from './json-issues.ts';
import { fallbackKey, type RuleDraft } from './rule-draft.ts';

/** When a rule counts, in one line. */
export const whenText = ({ key, conditions }: RuleDraft, isBot: boolean, { rules }: Pick<Words, 'rules'>): string => {
  if (key === fallbackKey) return rules.otherwise;
  if (conditions.length === 0) return isBot ? rules.never : rules.always;
  return rules.summary.when(conditionTexts(conditions, rules));
};

/** What a rule does, in one line. */
export const saysText = (
  { sayAs, messages, json, status, delay }: RuleDraft,
  { rules: { summary } }: Pick<Words, 'rules'>,
): string => {
  const read = sayAs === 'json' ? readMessages(json) : ({ ok: true, messages } as const);
  const texts = read.ok ? read.messages.map(plainText) : [summary.json];
  const words = sayAs === 'bot' ? summary.bot : texts.join(' / ') || summary.nothing;
  return [status.trim(), delay.trim() && summary.delay(delay.trim()), words].filter(Boolean).join(', ');
};

/** What it is called: a rule of a bot without a name has its place. */
export const ruleTitle = ({ key, name }: RuleDraft, place: number, { rules }: Pick<Words, 'rules'>): string => {
  if (key === fallbackKey) return rules.fallback;
  return name.trim() === '' ? rules.newName(place + 1) : name;
};
