import { fallbackRule } from '#shared/bot/bot-script.ts';
import type { RuleDraft } from './rule-draft.ts';

/** Rules in their order; what is said where none counts is a rule too, where it can be written. */
export type RuleBook = { readonly rules: readonly RuleDraft[]; readonly fallback: RuleDraft | null };

/** The place of the fallback, which is behind all others. */
export const fallbackPlace = -1;

/** What a rule is called where it answers: a rule of a bot without a name by its place (shared/bot/bot-script.ts). */
export const hitName = ({ name }: Pick<RuleDraft, 'name'>, place: number): string => {
  if (place === fallbackPlace) return fallbackRule;
  return name.trim() === '' ? `Rule ${String(place + 1)}` : name;
};

/** The place of the rule with this name; without one, the first there is to look at. */
export const placeOfRule = ({ rules, fallback }: RuleBook, name: string | undefined): number => {
  const named = rules.findIndex((rule, place) => hitName(rule, place) === name);
  if (named >= 0) return named;
  return fallback && (name === fallbackRule || rules.length === 0) ? fallbackPlace : 0;
};

/** Where a rule is after one of them was moved. */
export const placeAfter = (place: number, from: number, to: number): number => {
  if (place === from) return to;
  if (from < place && to >= place) return place - 1;
  return from > place && place >= 0 && to <= place ? place + 1 : place;
};
