import { useEffect, useRef, useState } from 'react';
import type { Fault } from '#shared/contract/fault.ts';
import { faultOf } from '../attempt.ts';
import { useActions, useBench } from '../context.tsx';
import type { BodyLook } from './body-side.ts';
import type { BodySource } from './compare-actions.ts';
import type { BodyDiff } from './compare-bodies.ts';

/** How far the comparison of two bodies is. */
export type BodyComparison =
  | { readonly state: 'comparing' }
  | { readonly state: 'done'; readonly diff: BodyDiff }
  | { readonly state: 'cancelled'; readonly again: () => void }
  | { readonly state: 'failed'; readonly fault: Fault };

const comparing: BodyComparison = { state: 'comparing' };

/** What was found for two bodies, at which attempt, and whether credentials are masked in it. */
type Kept = {
  readonly of: string;
  readonly attempt: number;
  readonly isVeiled: boolean;
  readonly comparison: BodyComparison;
};

const keyOf = (source: BodySource): string => {
  if (source === null) return '';
  return 'json' in source ? source.json : `${String(source.id)} ${source.part} ${String(source.head.bodyBytes)}`;
};

export type BodyDiffTerms = {
  readonly look: BodyLook | null;
  /** What is known to be secret; null: everything is shown. The same list for the same two. */
  readonly veil: readonly string[] | null;
};

/**
 * Compares two bodies as often as they, the look, the veil or what is left out change. What was found for them before stays until the next
 * is there, but nothing that is to be hidden from now on.
 */
export const useBodyDiff = (before: BodySource, after: BodySource, { look, veil }: BodyDiffTerms): BodyComparison => {
  const actions = useActions();
  const rules = useBench(({ view }) => view.remembered.ignoring);
  const [attempt, setAttempt] = useState(0);
  const [kept, keep] = useState<Kept>({ of: '', attempt, isVeiled: true, comparison: comparing });
  const sources = useRef({ before, after });
  const key = `${keyOf(before)}\n${keyOf(after)}`;
  useEffect(() => {
    sources.current = { before, after };
  });
  useEffect(() => {
    const abort = new AbortController();
    let isWanted = true;
    const show = (next: BodyComparison): void => {
      if (isWanted) keep({ of: key, attempt, isVeiled: veil !== null, comparison: next });
    };
    const again = (): void => setAttempt(attempt + 1);
    actions.compareBodies({ ...sources.current, look, rules, veil }, abort).then(
      (diff) => show({ state: 'done', diff }),
      (error: unknown) =>
        show(abort.signal.aborted ? { state: 'cancelled', again } : { state: 'failed', fault: faultOf(error) }),
    );
    return () => {
      isWanted = false;
      abort.abort();
    };
  }, [actions, key, look, rules, veil, attempt]);
  const mayBeShown = veil === null || kept.isVeiled;
  return kept.of === key && kept.attempt === attempt && mayBeShown ? kept.comparison : comparing;
};
