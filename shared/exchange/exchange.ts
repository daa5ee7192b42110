import type { Fault } from '#shared/contract/fault.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { HarRest } from '#shared/exchange/har-rest.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { Verdict, VerdictState } from '#shared/trust/verdict.ts';

/** Inbound came to us; outbound was made by us. */
export type Direction = 'inbound' | 'outbound';

/** The two ends of a channel: the vendor's and the customer's. */
export type End = 'platform' | 'app';

/** What became of a request. */
export type Outcome =
  | { readonly state: 'pending' }
  | { readonly state: 'answered'; readonly status: number }
  /** The sender went away before the exchange was complete. */
  | { readonly state: 'aborted' }
  /** It never became an answer: the world refused us (outbound), or the bytes were not HTTP (inbound). */
  | { readonly state: 'failed'; readonly fault: Fault }
  | { readonly state: 'malformed'; readonly reason: string };

/**
 * One stretch of the exchange's time, in milliseconds since it opened; what it waited before that is negative. Of what we send: queue,
 * pause, resolve, connect, secure, send, wait, receive; of what we get: receive, keep, read, answer (wait where nothing was), judge, keep,
 * deliver. Only those that were measured are there.
 */
export type Phase = { readonly name: string; readonly from: number; readonly to: number };

/** What a row of the traffic list shows. Small, and holds no secret: this is what rides on events. */
export type ExchangeSummary = {
  /** Counts up by one for each exchange of a data folder and is never given twice. */
  readonly id: number;
  /** Milliseconds since 1970, with fractions. */
  readonly openedAt: number;
  readonly direction: Direction;
  /** The channel it belongs to, and which of its ends we played; null when no channel claims it. */
  readonly channelId: string | null;
  readonly end: End | null;
  readonly conversationId: string | null;
  readonly method: string;
  /** Scheme and authority of an outbound target; empty for an inbound one. */
  readonly origin: string;
  /** Path and query with secrets masked, cut at 2,000 characters. */
  readonly target: string;
  /** The other side: address and port. */
  readonly remote: string;
  /** With both ends ours the same request is two exchanges, as sent and as received: the other one. */
  readonly twinId: number | null;
  /** The exchange that began what this one belongs to: something said, or a request of somebody else. Its own id where it is the beginning. */
  readonly traceId: number;
  /** The exchange whose request this one sent once more; null where it is no replay. */
  readonly replayOf: number | null;
  readonly outcome: Outcome;
  /** Milliseconds from opened to closed; null while pending. */
  readonly duration: number | null;
  readonly requestBytes: number;
  readonly responseBytes: number | null;
  readonly verdict: VerdictState;
  /** One sentence: why the verdict is what it is, or what else went wrong. Empty when all is well. */
  readonly note: string;
  /** The ids of the defects that acted on it, joined by a comma and a space; empty when none did. */
  readonly defect: string;
  /**
   * The rules that made what the bot or the app says in it: the name of the bot's rule, of the reply rule, or both, joined by a comma and
   * a space. Empty when none did.
   */
  readonly rule: string;
  readonly findingCounts: { readonly error: number; readonly warning: number; readonly info: number };
};

/** One side of the HTTP, without its body: bodies are read in slices from the store. */
export type Head = {
  readonly httpVersion: string;
  readonly headers: HeaderLines;
  /** The bytes kept of the body. */
  readonly bodyBytes: number;
  /** True when the body was cut at the limit or the sender went away in the middle of it. */
  readonly isTruncated: boolean;
};

/** Everything kept about an exchange but its bodies. Asked for by id; never on events: it holds the headers as they were. */
export type Exchange = {
  readonly summary: ExchangeSummary;
  /** The whole target, unmasked and uncut. */
  readonly target: string;
  readonly request: Head;
  readonly response: (Head & { readonly status: number; readonly reason: string }) | null;
  readonly phases: readonly Phase[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  /** Of one that came out of an HTTP Archive: what was said of it there that has no place here. It is for exports: no screen is sent it. */
  readonly har?: HarRest;
};

export type BodyPart = 'request' | 'response';
