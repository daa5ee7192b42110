import { useMemo, useState } from 'react';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import { useBench } from '../context.tsx';
import type { BodyLook } from './body-side.ts';
import type { BodySource } from './compare-actions.ts';
import { headDiff, joinLeftOut, type HeadDiff } from './head-diff.ts';
import type { LeftOut } from './left-out.ts';
import { useBodyDiff, type BodyComparison } from './use-body-diff.ts';

/** How the requests or the responses of two exchanges differ, as far as that is known. */
export type PartDiff = {
  readonly part: BodyPart;
  readonly head: HeadDiff;
  readonly before: BodySource;
  readonly after: BodySource;
  readonly body: BodyComparison;
  /** What is masked in the heads; null: nothing. */
  readonly veil: readonly string[] | null;
  readonly look: (look: BodyLook) => void;
  /** Differences that count; null while the bodies are compared. */
  readonly count: number | null;
  readonly leftOut: readonly LeftOut[];
};

const sourceOf = (exchange: Exchange, part: BodyPart): BodySource => {
  const head = exchange[part];
  return head && head.bodyBytes > 0 ? { id: exchange.summary.id, part, head } : null;
};

export const usePartDiff = (
  before: Exchange,
  after: Exchange,
  part: BodyPart,
  veil: readonly string[] | null,
): PartDiff => {
  const rules = useBench(({ view }) => view.remembered.ignoring);
  const [chosen, look] = useState<BodyLook | null>(null);
  const head = useMemo(() => headDiff(before, after, part, rules), [before, after, part, rules]);
  const sources = { before: sourceOf(before, part), after: sourceOf(after, part) };
  const body = useBodyDiff(sources.before, sources.after, { look: chosen, veil });
  const diff = body.state === 'done' ? body.diff : null;
  return {
    part,
    head,
    ...sources,
    body,
    veil,
    look,
    count: diff && head.count + diff.count,
    leftOut: joinLeftOut(head.leftOut, diff?.look === 'json' ? diff.leftOut : []),
  };
};
