import type { Fault } from '#shared/contract/fault.ts';
import type { BodyPart, Exchange, ExchangeSummary, Phase } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { HeaderLines, RawResponse } from '#shared/exchange/raw-http.ts';
import type { OutboundRequest } from '#shared/platforms/dispatch.ts';
import type { Channel, Conversation } from '#shared/channel/channel.ts';
import type { BenchSettings, Product, StoreHealth } from '#shared/session/state.ts';
import type { TokenCrypto } from '#shared/trust/token-crypto.ts';

export type Clock = {
  /** Milliseconds since 1970, with fractions; never goes back while the process runs. */
  readonly now: () => number;
  /** Runs `act` once after `ms`; the result cancels it. */
  readonly after: (ms: number, act: () => void) => () => void;
  /** Runs `act` when the work at hand is done, before anything that waits for the clock: what happened in one tick is one batch. */
  readonly soon: (act: () => void) => void;
};

export type Ids = {
  /** A fresh lower-case UUID. */
  readonly uuid: () => string;
};

/** How the body of a request ended. The bytes are those of the wire, never decoded. */
export type ArrivedBody = {
  readonly state: 'complete' | 'too-large' | 'aborted';
  /** Of a body that is too large or was aborted: what had come, up to the limit. */
  readonly bytes: Uint8Array;
};

/** A request whose head has arrived. */
export type Arrival = {
  readonly openedAt: number;
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
  readonly headers: HeaderLines;
  readonly remote: { readonly address: string; readonly port: number };
  /** Settles exactly once and never rejects. */
  readonly body: Promise<ArrivedBody>;
  /** Calls back once if the caller goes away before the reply was written. */
  readonly onGone: (act: () => void) => void;
};

/** Bytes on a connection that the HTTP parser refused; the server has already answered `status` (or closed, null). */
export type Malformed = {
  readonly at: number;
  readonly remote: { readonly address: string; readonly port: number };
  readonly bytes: Uint8Array;
  /** The parser's code, such as `HPE_INVALID_METHOD`. */
  readonly reason: string;
  readonly status: number | null;
};

export type InboundHandler = {
  /** Resolves to the reply, or null when the caller has gone and nothing can be sent. Never rejects. */
  readonly receive: (arrival: Arrival) => Promise<RawResponse | null>;
  readonly refuse: (malformed: Malformed) => void;
};

export type InboundServer = {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

export type Inbound = {
  /** Listens on loopback only. Rejects with `port.taken` (values: port, host, free) or `port.refused`. `bodyLimit` is asked for each request. */
  readonly listen: (
    at: { readonly port: number },
    handler: InboundHandler,
    bodyLimit: () => number,
  ) => Promise<InboundServer>;
};

export type Sent = {
  readonly phases: readonly Phase[];
  readonly remote: { readonly address: string; readonly port: number } | null;
} & (
  | { readonly ok: true; readonly httpVersion: string; readonly response: RawResponse; readonly isTruncated: boolean }
  | { readonly ok: false; readonly fault: Fault }
);

export type Outbound = {
  /**
   * Sends exactly the bytes and header lines given; follows no redirect; decodes nothing. Never rejects: faults are data.
   * `onConnected` tells the local port just before the request is written, so that a loopback request is known when it arrives.
   */
  readonly send: (request: OutboundRequest, onConnected: (localPort: number) => void) => Promise<Sent>;
};

/** What the store keeps of an exchange: everything, with the bytes of both bodies. */
export type ExchangeRecord = {
  readonly exchange: Exchange;
  readonly requestBody: Uint8Array;
  readonly responseBody: Uint8Array | null;
};

export type ExchangeStore = {
  /**
   * Keeps a record under its id, replacing what was kept under that id. Resolves when it is committed, together with
   * everything else of the same tick; resolves too when the disk refuses and it is held in memory (`onHealth` tells).
   * A record without `requestBody` keeps the body that is there.
   */
  readonly keep: (record: Omit<ExchangeRecord, 'requestBody'> & { readonly requestBody?: Uint8Array }) => Promise<void>;
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
  /** Newest first. `matching`: words, each of which must occur in a head or a body. */
  readonly list: (page: { readonly before?: number; readonly limit: number; readonly matching?: string }) => {
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
  /** The newest `limit`, the newest last. */
  readonly listConversations: (limit: number) => readonly Conversation[];
  readonly readConversation: (id: string) => Conversation | null;
  /** Removes exchanges up to and with this id, and their messages; returns how many exchanges are left. */
  readonly removeUpTo: (id: number) => number;
  /** Applies limits now and from now on; `onRemoved` tells what went. */
  readonly configure: (limits: Pick<BenchSettings, 'keepExchanges' | 'keepBytes' | 'durability'>) => void;
  readonly onHealth: (act: (health: StoreHealth) => void) => void;
  readonly onRemoved: (act: (upTo: number, left: number) => void) => void;
  readonly close: () => Promise<void>;
};

/** A channel as its file holds it: everything but the secrets, and what is only true now. */
export type StoredChannel = Omit<Channel, 'secretsSet' | 'condition'>;

export type ChannelFile = {
  /** Null where nothing was ever written: a new user. Rejects with `data.unreadable`. */
  readonly read: () => Promise<{
    readonly channels: readonly StoredChannel[];
    readonly settings: Partial<BenchSettings>;
  } | null>;
  /** Replaces the file in one step. */
  readonly write: (content: {
    readonly channels: readonly StoredChannel[];
    readonly settings: BenchSettings;
  }) => Promise<void>;
};

export type SecretBox = {
  readonly kind: Product['secretsKept'];
  /** Secrets by `channelId/field`. Rejects with `secrets.sealed` where another shell sealed them. */
  readonly read: () => Promise<Readonly<Record<string, string>>>;
  readonly write: (secrets: Readonly<Record<string, string>>) => Promise<void>;
};

/** What the harness needs from outside: all of it. */
export type World = {
  readonly product: Product;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly inbound: Inbound;
  readonly outbound: Outbound;
  readonly exchanges: ExchangeStore;
  readonly channelFile: ChannelFile;
  readonly secrets: SecretBox;
  readonly tokens: TokenCrypto;
  /** Logs an error that nobody foresaw, once, and returns its incident number. */
  readonly reportBug: (error: unknown) => string;
};
