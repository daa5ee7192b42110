import type { End } from '#shared/exchange/exchange.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { Fact } from '#shared/platforms/fact.ts';

/** An address that an end of ours calls where the other end is not ours. */
export type CalledAddress = {
  /** Unique in its platform: `webhook`. */
  readonly id: string;
  /** The end of ours that calls it. */
  readonly from: End;
  /** Whose it is, as a sentence has it: “Kore.ai”, “The webhook of the app”. */
  readonly name: string;
  /** The setting that holds it. */
  readonly setting: string;
  readonly url: string;
  /** Where tokens with times are sent there: how many seconds one is valid (null: for ever), and whether it says when it was made. */
  readonly token?: { readonly validFor: number | null; readonly saysWhenMade: boolean };
};

/** A path at which an end of ours is called. */
export type ReachedPath = {
  readonly end: End;
  /** A request that is meant for this channel; it is never sent. */
  readonly request: Pick<RawRequest, 'method' | 'target' | 'headers'>;
  /** Who calls, as a sentence has it: “Kore.ai”, “your app”. */
  readonly caller: string;
  /** Where the caller is; null: wherever the user's own program runs. */
  readonly callerUrl: string | null;
  /** The setting that names the address under which we are reached from outside; null where there is none. */
  readonly publicUrl: { readonly setting: string; readonly url: string } | null;
};

/** Settings that do not fit together, though each is allowed. */
export type Contradiction = {
  /** Unique in its platform: `post-url`. */
  readonly id: string;
  /** The settings of which one has to change. */
  readonly setting: string;
  /** A few words: “POST URL”. */
  readonly title: string;
  /** `fail`: nothing gets through; `warn`: something may not. */
  readonly result: 'fail' | 'warn';
  /** One sentence: what does not fit. */
  readonly detail: string;
  /** One sentence: what to do. */
  readonly next: string;
  /** What it rests on, where that is something about the vendor. */
  readonly fact?: Fact;
};

/** What a platform can say of a channel before anything was sent: pure, and looked at by the harness. */
export type Diagnosis = {
  readonly calls: readonly CalledAddress[];
  readonly reachedAt: readonly ReachedPath[];
  readonly contradictions: readonly Contradiction[];
};
