import type { Conversation } from '#shared/channel/channel.ts';
import type { BodyPart, Exchange, ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { BenchSettings, StoreHealth } from '#shared/session/state.ts';
import type { MarkStore, RowStore } from './row-store.ts';

/** What the store keeps of an exchange: everything, with the bytes of both bodies. */
export type ExchangeRecord = {
  readonly exchange: Exchange;
  readonly requestBody: Uint8Array;
  readonly responseBody: Uint8Array | null;
};

export type ExchangeStore = RowStore &
  MarkStore & {
    /**
     * Keeps a record under its id, replacing what was kept under that id. Resolves when it is committed, together with
     * everything else of the same tick; resolves too when the disk refuses and it is held in memory (`onHealth` tells).
     * A record without `requestBody` keeps the body that is there.
     */
    readonly keep: (
      record: Omit<ExchangeRecord, 'requestBody'> & { readonly requestBody?: Uint8Array },
    ) => Promise<void>;
    readonly keepMessages: (messages: readonly Message[]) => Promise<void>;
    readonly keepConversation: (conversation: Conversation) => Promise<void>;
    readonly newestId: () => number;
    readonly count: () => number;
    readonly read: (id: number) => Exchange | null;
    readonly readBody: (
      id: number,
      part: BodyPart,
      from: number,
      length: number,
    ) => { readonly bytes: Uint8Array; readonly total: number } | null;
    /** Newest first. */
    readonly list: (page: { readonly before?: number; readonly limit: number }) => {
      readonly exchanges: readonly ExchangeSummary[];
      readonly hasMore: boolean;
    };
    readonly listMessages: (page: {
      readonly conversationId?: string;
      readonly before?: string;
      readonly limit: number;
    }) => {
      readonly messages: readonly Message[];
      readonly hasMore: boolean;
    };
    /** What these exchanges carried, oldest first: `limit` at most. */
    readonly messagesOf: (exchangeIds: readonly number[], limit: number) => readonly Message[];
    /** The newest `limit`, the newest last. */
    readonly listConversations: (limit: number) => readonly Conversation[];
    readonly readConversation: (id: string) => Conversation | null;
    /**
     * Exchanges up to and with this id, and their messages, are out of sight: nothing above tells of them but `newestId`, and what is kept
     * of them meanwhile is kept. Replaces the id that was given before; 0 shows everything again. It is not written down: after a crash they
     * are there again. Returns how many exchanges are in sight.
     */
    readonly hideUpTo: (id: number) => number;
    /** Removes exchanges up to and with this id, and their messages; returns how many exchanges are left. */
    readonly removeUpTo: (id: number) => number;
    /** Removes the oldest of them, as many as do not hold anything up; true when none is left. */
    readonly removeSomeUpTo: (id: number) => boolean;
    /** Applies limits now and from now on; `onRemoved` tells what went. */
    readonly configure: (limits: Pick<BenchSettings, 'keepExchanges' | 'keepBytes' | 'durability'>) => void;
    readonly onHealth: (act: (health: StoreHealth) => void) => void;
    readonly onRemoved: (act: (upTo: number, left: number) => void) => void;
    readonly close: () => Promise<void>;
  };
