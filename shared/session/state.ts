import { Type, type Static } from 'typebox';
import type { Channel, Conversation } from '#shared/channel/channel.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Mark } from '#shared/exchange/mark.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { Burst } from '#shared/sending/burst.ts';
import type { RuleHits } from '#shared/session/rule-hits.ts';
import type { ShownShelf } from '#shared/shelf/shelf.ts';

/** What a person can set for the whole bench. Sizes in bytes; null means no limit. */
export const BenchSettings = Type.Object(
  {
    port: Type.Integer({
      minimum: 0,
      maximum: 65535,
      title: 'Port',
      description: 'The loopback port for webhooks; 0 takes any free one.',
      group: 'Receiving',
    }),
    bodyLimit: Type.Integer({
      minimum: 1,
      maximum: 1024 ** 3,
      title: 'Body limit',
      description: 'A larger request is answered 413, and kept as far as it fits.',
      unit: 'bytes',
      group: 'Receiving',
    }),
    keepExchanges: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], {
      title: 'Keep at most',
      description: 'The oldest go first. Empty keeps all of them.',
      unit: 'exchanges',
      group: 'Keeping',
    }),
    keepBytes: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], {
      title: 'Keep bodies up to',
      description: 'All together; the oldest go first. Empty keeps all of them.',
      unit: 'bytes',
      group: 'Keeping',
    }),
    durability: Type.Union([Type.Literal('normal', { title: 'Normal' }), Type.Literal('full', { title: 'Full' })], {
      title: 'Durability',
      description:
        'Normal: a crash of the program loses nothing that was answered. Full: nor does a power cut, but it is slower.',
      group: 'Keeping',
    }),
    theme: Type.Union(
      [
        Type.Literal('system', { title: 'Like the system' }),
        Type.Literal('light', { title: 'Light' }),
        Type.Literal('dark', { title: 'Dark' }),
        Type.Literal('contrast', { title: 'High contrast' }),
      ],
      { title: 'Theme', group: 'Appearance' },
    ),
    language: Type.Union(
      [
        Type.Literal('system', { title: 'Like the system' }),
        Type.Literal('en', { title: 'English' }),
        Type.Literal('ko', { title: '한국어' }),
      ],
      { title: 'Language', group: 'Appearance' },
    ),
  },
  { additionalProperties: false },
);
export type BenchSettings = Static<typeof BenchSettings>;

export const defaultSettings: BenchSettings = {
  port: 4700,
  bodyLimit: 25 * 1024 * 1024,
  keepExchanges: null,
  keepBytes: null,
  durability: 'normal',
  theme: 'system',
  language: 'system',
};

export type Listening =
  | { readonly state: 'off' }
  | { readonly state: 'listening'; readonly url: string; readonly host: string; readonly port: number }
  | { readonly state: 'failed'; readonly fault: Fault };

/** A turn that a person has to answer as the bot; `until` is when the platform gives up, in milliseconds since 1970. */
export type WaitingTurn = {
  readonly exchangeId: number;
  readonly channelId: string;
  readonly conversationId: string;
  readonly since: number;
  readonly until: number;
};

/** Whether what arrives is kept: `waiting` exchanges are in memory only, `lost` could not be kept at all. */
export type StoreHealth =
  | { readonly state: 'keeping' }
  | { readonly state: 'failing'; readonly fault: Fault; readonly waiting: number; readonly lost: number };

export type Product = {
  readonly version: string;
  readonly shell: 'desktop' | 'served';
  readonly secretsKept: 'sealed' | 'file';
  readonly dataFolder: string;
};

/** A bundle that is shown in the place of a bench: nothing in it can be changed, and nothing is sent from it. */
export type OpenedBundle = {
  /** The name of the file. */
  readonly name: string;
  /** The program and its version. */
  readonly madeBy: string;
  /** As it stands in the file: ISO 8601. */
  readonly madeAt: string;
};

/** How many of the newest exchanges and messages the session holds; older ones are paged from the store. */
export const sessionWindow = 1000;

/** Everything true now. */
export type Session = {
  readonly product: Product;
  readonly settings: BenchSettings;
  readonly listening: Listening;
  readonly store: StoreHealth;
  readonly channels: readonly Channel[];
  readonly conversations: readonly Conversation[];
  /** The newest, oldest first. */
  readonly messages: readonly Message[];
  /** The newest, oldest first. */
  readonly exchanges: readonly ExchangeSummary[];
  /** How many exchanges the store holds, with those that the session does not. */
  readonly exchangeCount: number;
  /** Of every exchange that is marked, the oldest first. */
  readonly marks: readonly Mark[];
  readonly turns: readonly WaitingTurn[];
  /** Since the harness started. */
  readonly ruleHits: readonly RuleHits[];
  readonly shelf: ShownShelf;
  /** Requests that were sent many times since the start, the newest last. */
  readonly bursts: readonly Burst[];
  /** Null: this is a bench. */
  readonly openedBundle: OpenedBundle | null;
};
