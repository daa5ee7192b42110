import type { End } from '#shared/exchange/exchange.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import type { RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { VoiceName } from '#shared/platforms/voice.ts';
import type { JsonObject } from '#shared/text/json.ts';

/** What a row of the conformance sheet may do to the end that is examined: real HTTP, both ways. */
export type Probe = Pick<PlatformContext, 'settings' | 'stamp' | 'tokens'> & {
  /** Sends a request to the end that is examined, and resolves to what it answers. */
  readonly send: (request: RawRequest) => Promise<RawResponse>;
  /**
   * The next request that the examined end sends to the other end, which is played by the probe; null when none comes within a
   * second. It is answered with what `answerNext` said, else with an empty 200.
   */
  readonly nextReceived: () => Promise<RawRequest | null>;
  /** How the probe answers the next requests, in this order, one reply each. */
  readonly answerNext: (...replies: readonly RawResponse[]) => void;
  /** Lets an end of ours speak. Not against a foreign endpoint. */
  readonly say: (as: VoiceName, utterance: Utterance, userId?: string) => Promise<void>;
};

/** A claim with its test. The test resolves to null when the claim holds, else to a sentence: what came instead. */
export type ConformanceRow = {
  /** Unique in its platform: `v1.sync.text-array`. */
  readonly id: string;
  readonly fact: Fact;
  /** The end that is examined. */
  readonly end: End;
  /** Settings of the channel for this row, over those of the demo channel. */
  readonly settings?: JsonObject;
  /** Defects that are switched on for this row. */
  readonly defects?: readonly string[];
  /** True where it can be run against an endpoint that is not ours: it only sends, and needs no setting of ours. */
  readonly isRemote?: boolean;
  readonly test: (probe: Probe) => Promise<string | null>;
};
