import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { Outcome } from '#shared/exchange/exchange.ts';
import type { VerdictState } from '#shared/trust/verdict.ts';

/** One side of an exchange as an audience may see it. */
export type ShownSide = {
  readonly headers: HeaderLines;
  /** As text; what is none is told in words. */
  readonly body: string;
  /** Whether there is more of the body. */
  readonly isCut: boolean;
};

/** An exchange as an audience may see it: nothing secret and no credential is in it. */
export type ShownWire = {
  readonly exchangeId: number;
  readonly method: string;
  /** Scheme, authority and target. */
  readonly address: string;
  readonly outcome: Outcome;
  /** Milliseconds; null while it is pending. */
  readonly duration: number | null;
  readonly verdict: VerdictState;
  /** The sentence of the verdict. */
  readonly because: string;
  readonly request: ShownSide;
  /** Null where there is none. */
  readonly response: ShownSide | null;
};
