import type { End } from '#shared/exchange/exchange.ts';
import type { FactStatus } from '#shared/exchange/finding.ts';

/** A line of the checklist: what to paste where, so that the user's real system and an end of ours find each other. */
export type SetupStep = {
  /** Unique in its platform: `callback-url`. */
  readonly id: string;
  /** The end of ours that needs it. */
  readonly end: End;
  /** What to do, and where: "In Kore.ai, open Channels, Webhook, and paste this as POST URL." */
  readonly title: string;
  /** Ready to be copied; secrets are written out, and masked by the harness before a screen sees them. Empty where nothing is pasted. */
  readonly value: string;
  readonly status: FactStatus;
};

/** What is wrong with a channel as a whole now (blocked after failures), and what a person can do about it with one click. */
export type Condition = {
  readonly sentence: string;
  readonly remedy: { readonly id: string; readonly title: string } | null;
};
