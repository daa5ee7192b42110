import type { CauseCode } from '#shared/trust/autopsy/causes.ts';

/** One click that mends it: sign again with the key of the channel, or change a setting of the channel. */
export type Remedy =
  | { readonly kind: 'sign-again' }
  | { readonly kind: 'change-setting'; readonly setting: string; readonly change: 'trim' }
  | { readonly kind: 'use-channel'; readonly channelId: string };

/** Why a credential is refused. Never holds a secret. */
export type Cause = {
  /** Stable, from the general to the special: `jwt.secret.trailing-newline`. */
  readonly code: CauseCode;
  /** One sentence about this very credential, without a full stop's worth of doubt: what is wrong. */
  readonly because: string;
  /** What was tried, and what it showed: "HMAC-SHA256 over the received bytes with the secret without its last line feed matches." */
  readonly proof: string;
  /** One sentence: what to do. */
  readonly fix: string;
  /** `proven`: with this mended the credential is accepted. `possible`: the evidence allows it, and `fix` says what to check. */
  readonly certainty: 'proven' | 'possible';
  readonly remedy?: Remedy;
};

/** For what is signed: what was signed beside what arrived, and which rewriting makes the signature match. */
export type ByteTruth = {
  readonly arrived: string;
  /** The text that the signature is over; null where none of those tried matches. */
  readonly signed: string | null;
  /** What was done to it on its way, in a few words: `keys in another order`; empty where nothing was. */
  readonly rewriting: string;
};

/** What came of looking into a request. The first cause is the first sufficient one. */
export type Examination = {
  readonly state: 'accepted' | 'refused' | 'unknown';
  readonly causes: readonly Cause[];
  readonly bytes: ByteTruth | null;
};
