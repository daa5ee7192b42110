import type { Fault } from '#shared/contract/fault.ts';
import type { Phase } from '#shared/exchange/exchange.ts';
import type { HeaderLines, RawResponse } from '#shared/exchange/raw-http.ts';
import type { OutboundRequest } from '#shared/platforms/dispatch.ts';
import type { Channel, Environment } from '#shared/channel/channel.ts';
import type { BenchSettings, Product } from '#shared/session/state.ts';
import type { Shelf } from '#shared/shelf/shelf.ts';
import type { TokenCrypto } from '#shared/trust/token-crypto.ts';
import type { ExchangeStore } from './exchange-store.ts';
import type { Network } from './network.ts';

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
  /** Calls back once when the reply has been handed to the system; never where none was. Only the last one to ask is told. */
  readonly onWritten: (act: () => void) => void;
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
  /** From the moment on in which it was sent. */
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

/** A channel as its file holds it: everything but the secrets, and what is only true now. */
export type StoredChannel = Omit<Channel, 'secretsSet' | 'condition' | 'environments'> & {
  readonly environments: readonly StoredEnvironment[];
};

/** `values`: null for the active one, whose values are those of the channel. */
export type StoredEnvironment = Environment & { readonly values: Pick<Channel, 'plays' | 'settings'> | null };

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

export type ShelfFile = {
  /** Null where nothing was ever put by. Rejects with `data.unreadable`. */
  readonly read: () => Promise<Shelf | null>;
  /** Replaces the file in one step. */
  readonly write: (shelf: Shelf) => Promise<void>;
};

export type SecretBox = {
  readonly kind: Product['secretsKept'];
  /** Secrets by `channelId/field`, or `channelId/environmentId/field`. Rejects with `secrets.sealed` where another shell sealed them. */
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
  readonly network: Network;
  readonly exchanges: ExchangeStore;
  readonly channelFile: ChannelFile;
  readonly shelfFile: ShelfFile;
  readonly secrets: SecretBox;
  readonly tokens: TokenCrypto;
  /** Logs an error that nobody foresaw, once, and returns its incident number. */
  readonly reportBug: (error: unknown) => string;
};
