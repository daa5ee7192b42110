import type { End } from '#shared/exchange/exchange.ts';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { FactStatus, Finding } from '#shared/exchange/finding.ts';

/**
 * A misbehaviour that a person can ask an end of ours to show. `does` says who makes it:
 * the harness, for what any end can do wrong with what it sends or replies, or the platform itself, which asks `context.defects`
 * and tells that it acted with a finding whose rule is `defect.` and the id.
 */
export type Defect = {
  /** Unique in its platform: `callback.late`. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what the other side will see. */
  readonly summary: string;
  /** Which of our ends misbehaves. */
  readonly end: End;
  readonly status: FactStatus;
  readonly source: string;
  readonly does: DefectEffect;
};

export type DefectEffect =
  /** To what this end sends by itself (callbacks, events). */
  | { readonly kind: 'sending'; readonly how: 'late' | 'twice' | 'out-of-order' | 'never' | 'garbled' }
  /** To what this end replies: too late (after `seconds`), never, a body cut in the middle, or another reply altogether. */
  | { readonly kind: 'replying'; readonly how: 'never' | 'garbled' }
  | { readonly kind: 'replying'; readonly how: 'late'; readonly seconds: number }
  | { readonly kind: 'replying'; readonly how: 'instead'; readonly reply: (context: PlatformContext) => RawResponse }
  /** The platform's own folder does it. */
  | { readonly kind: 'inside' };

/** What the rule of a finding begins with that says that a defect acted: its id follows. */
export const defectRule = 'defect.';

/** The finding that says that this defect acted. */
export const defectActed = ({ id, title, summary, status, source }: Defect): Finding => ({
  severity: 'info',
  rule: `${defectRule}${id}`,
  summary: `The defect “${title}” acted here. ${summary}`,
  status,
  source,
});
