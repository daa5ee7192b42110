import type { Words } from '#renderer/words/words.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import type { InputIssue } from '#shared/contract/fault.ts';

/** How often, how fast and how many at once, as it is written. */
export type RepeatDraft = { readonly count: string; readonly perSecond: string; readonly atOnce: string };

export const usualRepeat: RepeatDraft = { count: '100', perSecond: '', atOnce: '10' };

type Terms = Pick<CommandInput<'startBurst'>, 'count' | 'perSecond' | 'atOnce'>;

const bounds = { count: 10_000, perSecond: 1000, atOnce: 50 } as const;

/** The numbers that are written, or what is wrong with them, beside their fields. An empty rate is as fast as it goes. */
export const readRepeat = (
  draft: RepeatDraft,
  words: Words['burst'],
): { readonly ok: true; readonly terms: Terms } | { readonly ok: false; readonly issues: readonly InputIssue[] } => {
  const issues = (Object.keys(bounds) as readonly (keyof RepeatDraft)[]).flatMap((name) => {
    const written = draft[name].trim();
    if (name === 'perSecond' && written === '') return [];
    const isRight = /^\d{1,6}$/.test(written) && Number(written) >= 1 && Number(written) <= bounds[name];
    return isRight ? [] : [{ path: `/${name}`, message: words.wrong(bounds[name]) }];
  });
  if (issues.length > 0) return { ok: false, issues };
  const perSecond = draft.perSecond.trim() === '' ? null : Number(draft.perSecond);
  return { ok: true, terms: { count: Number(draft.count), perSecond, atOnce: Number(draft.atOnce) } };
};
