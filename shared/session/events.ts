import type { Channel, Conversation } from '#shared/channel/channel.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Mark } from '#shared/exchange/mark.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { Burst } from '#shared/sending/burst.ts';
import type { RuleHits } from '#shared/session/rule-hits.ts';
import type { BenchSettings, Listening, Session, StoreHealth, WaitingTurn } from '#shared/session/state.ts';
import type { ShownShelf } from '#shared/shelf/shelf.ts';

/** One change to the session, past tense. */
export type SessionEvent =
  | { readonly type: 'settings-changed'; readonly settings: BenchSettings }
  | { readonly type: 'listening-changed'; readonly listening: Listening }
  | { readonly type: 'shelf-changed'; readonly shelf: ShownShelf }
  | { readonly type: 'store-changed'; readonly store: StoreHealth }
  /** `at`: its place among the others; left out: behind them. */
  | { readonly type: 'channel-added'; readonly channel: Channel; readonly at?: number }
  | { readonly type: 'channel-changed'; readonly channel: Channel }
  | { readonly type: 'channel-removed'; readonly channelId: string }
  /** The same channels in another order. */
  | { readonly type: 'channels-ordered'; readonly channelIds: readonly string[] }
  | { readonly type: 'conversation-started'; readonly conversation: Conversation }
  | { readonly type: 'message-added'; readonly message: Message }
  | { readonly type: 'exchange-opened'; readonly exchange: ExchangeSummary }
  | { readonly type: 'exchange-closed'; readonly exchange: ExchangeSummary }
  | { readonly type: 'exchanges-removed'; readonly upTo: number; readonly exchangeCount: number }
  /** Removed ones are there again, `restoredCount` of them: the newest of all, and the messages and marks that a session holds now, oldest first. */
  | {
      readonly type: 'exchanges-restored';
      readonly exchanges: readonly ExchangeSummary[];
      readonly messages: readonly Message[];
      readonly marks: readonly Mark[];
      readonly restoredCount: number;
    }
  /** `marks`: those that changed, as they are now; one that says nothing is taken off. */
  | { readonly type: 'exchanges-marked'; readonly marks: readonly Mark[] }
  /** Rules made answers: how often each did, besides what was told before. */
  | { readonly type: 'rules-hit'; readonly hits: readonly RuleHits[] }
  | { readonly type: 'turn-opened'; readonly turn: WaitingTurn }
  | { readonly type: 'turn-closed'; readonly exchangeId: number }
  | { readonly type: 'burst-changed'; readonly burst: Burst };

/** A place in the event stream of one run of the harness: `run` tells a restart, `seq` counts events. */
export type Position = { readonly run: string; readonly seq: number };

/** What a watcher is sent: everything, or what changed since the position it was at. `at` is the position after it. */
export type WatchFrame =
  | { readonly kind: 'whole'; readonly at: Position; readonly session: Session }
  | { readonly kind: 'changes'; readonly at: Position; readonly events: readonly SessionEvent[] };
