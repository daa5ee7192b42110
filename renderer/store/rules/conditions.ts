import type { Match } from '#shared/bot/bot-script.ts';
import type { Words } from '#renderer/words/words.ts';

export type ConditionKind = keyof Match;

export const conditionKinds: readonly ConditionKind[] = ['is', 'starts', 'has', 'pressed', 'event'];

export type Condition = { readonly key: string; readonly kind: ConditionKind; readonly text: string };

let lastKey = 0;

/** Tells apart what is being written, whatever its order. */
export const nextKey = (): string => `n${String((lastKey += 1))}`;

export const conditionsOf = (when: Match | null): readonly Condition[] =>
  conditionKinds.flatMap((kind) => (when?.[kind] ?? []).map((text) => ({ key: nextKey(), kind, text })));

/** The conditions that have words, as a rule holds them. */
export const matchOf = (conditions: readonly Condition[]): Match => {
  const meant = conditions.filter(({ text }) => text.trim() !== '');
  return Object.fromEntries(
    conditionKinds.flatMap((kind) => {
      const texts = meant.filter((each) => each.kind === kind).map(({ text }) => text);
      return texts.length === 0 ? [] : [[kind, texts] as const];
    }),
  );
};

/** The conditions in words, those of one kind together: “the text is “hi”, “hello””. */
export const conditionTexts = (
  conditions: readonly Pick<Condition, 'kind' | 'text'>[],
  { conditions: kinds, summary }: Words['rules'],
): readonly string[] =>
  conditionKinds.flatMap((kind) => {
    const texts = conditions.filter((each) => each.kind === kind).map(({ text }) => text.trim() || '…');
    return texts.length === 0 ? [] : [summary.condition(kinds[kind], texts)];
  });
