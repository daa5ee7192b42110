import { matches } from '#shared/bot/bot-script.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { matchOf } from './conditions.ts';
import type { RuleDraft } from './rule-draft.ts';

/** What a person may try. */
export type TryKind = 'text' | 'press' | 'event';
export type Tried = { readonly kind: TryKind; readonly text: string };

/** Why a rule answers, or does not: it is the first that holds, it is off, it does not hold, or an earlier one answered. */
export type TryResult = 'answers' | 'off' | 'no' | 'later';

const utteranceOf = ({ kind, text }: Tried): Utterance => {
  switch (kind) {
    case 'text':
      return { kind, text };
    case 'press':
      return { kind, title: text, payload: text };
    case 'event':
      return { kind: 'gesture', id: text.trim(), title: text };
    default:
      return assertNever(kind);
  }
};

/** What becomes of something that a user says, rule by rule; without conditions a rule counts always, but a rule of a bot never. */
export const tryRules = (rules: readonly RuleDraft[], isBot: boolean, tried: Tried): readonly TryResult[] => {
  const utterance = utteranceOf(tried);
  const holds = ({ conditions }: RuleDraft): boolean =>
    conditions.length === 0 ? !isBot : matches(matchOf(conditions), utterance);
  const first = rules.findIndex((rule) => !rule.isOff && holds(rule));
  return rules.map((rule, place) => {
    if (place === first) return 'answers';
    if (first >= 0 && place > first) return 'later';
    return rule.isOff ? 'off' : 'no';
  });
};
