import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { TokenCrypto } from '#shared/trust/token-crypto.ts';
import type { KnownChannel } from '#shared/trust/trust-model.ts';
import type { Verdict } from '#shared/trust/verdict.ts';

/** What an autopsy looks at. */
export type TrustCase = {
  readonly request: RawRequest;
  /** The channel that it is examined against, and its own verdict on the request. */
  readonly channel: KnownChannel;
  readonly verdict: Verdict;
  /** The other channels of the bench. */
  readonly others: readonly KnownChannel[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The exchange that used this jti before, where one did. */
  readonly earlierExchange: (jti: string) => number | null;
  readonly tokens: TokenCrypto;
  /** The status that was answered, where that is known; `isOurs` where an end that is played here gave it. */
  readonly answered?: { readonly status: number; readonly isOurs: boolean };
};
