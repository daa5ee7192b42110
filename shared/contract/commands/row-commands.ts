import { Type } from 'typebox';
import { exact, ExchangeId, takes, type Nothing } from '#shared/contract/command.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { longestNote } from '#shared/exchange/mark.ts';

/** The longest query. */
export const longestQuery = 1000;

/** What is asked: the query (shared/query), the zone of the one who asks, in minutes east of UTC, and how words are looked for. */
export const asked = {
  query: Type.Optional(Type.String({ maxLength: longestQuery })),
  zone: Type.Optional(Type.Integer({ minimum: -1440, maximum: 1440 })),
  search: Type.Optional(Type.Union([Type.Literal('words'), Type.Literal('substring')])),
};

/** Each of `markColours`, or none. */
const MarkColour = Type.Union([
  Type.Literal('red'),
  Type.Literal('orange'),
  Type.Literal('yellow'),
  Type.Literal('green'),
  Type.Literal('blue'),
  Type.Literal('purple'),
  Type.Null(),
]);

/**
 * Row ids, newest first. Where grouping was asked for: `conversationOf` has for each id the place of its conversation in `conversations`;
 * `refused` and `unchecked` are the ids with such a verdict.
 */
export type RowPage = {
  readonly ids: readonly number[];
  /** What to give as `before` to go on; null: that was all. A page may be empty and not the last one. */
  readonly nextBefore: number | null;
  readonly conversations?: readonly (string | null)[];
  readonly conversationOf?: readonly number[];
  readonly refused?: readonly number[];
  readonly unchecked?: readonly number[];
};

/** What a line of the traffic shows: an exchange and, where both ends are ours, its twin. */
export type TrafficLine = { readonly exchange: ExchangeSummary; readonly twin: ExchangeSummary | null };

/** What a screen may ask of the rows of the traffic: of twins, the received one is the row. */
export const rowCommands = {
  /**
   * The ids of the rows that a query finds, newest first, in steps of bounded work: ask again with `nextBefore` until it is null, or
   * stop asking. Refuses a query that is wrong with `query.wrong`.
   */
  listRows: takes(
    Type.Object(
      { ...asked, before: Type.Optional(ExchangeId), group: Type.Optional(Type.Literal('conversation')) },
      exact,
    ),
  ).returns<RowPage>(),
  /** Which of these rows the query finds: for what came or changed since it was asked. */
  matchRows: takes(Type.Object({ ...asked, ids: Type.Array(ExchangeId, { maxItems: 1000 }) }, exact)).returns<{
    readonly ids: readonly number[];
  }>(),
  /** The lines of these rows, in this order; those that are gone are left out. */
  readRows: takes(Type.Object({ ids: Type.Array(ExchangeId, { maxItems: 500 }) }, exact)).returns<{
    readonly lines: readonly TrafficLine[];
  }>(),
  /** Pins, colours or notes exchanges: what is left out stays as it is. The marks arrive as an event, and go with their exchange. */
  markExchanges: takes(
    Type.Object(
      {
        ids: Type.Array(ExchangeId, { minItems: 1, maxItems: 1000 }),
        isPinned: Type.Optional(Type.Boolean()),
        colour: Type.Optional(MarkColour),
        note: Type.Optional(Type.String({ maxLength: longestNote })),
      },
      exact,
    ),
  ).returns<Nothing>(),
} as const;
