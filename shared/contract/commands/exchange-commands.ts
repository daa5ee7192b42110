import { Type } from 'typebox';
import { exact, ExchangeId, takes } from '#shared/contract/command.ts';
import type { Undoable } from '#shared/contract/commands/undo-commands.ts';
import type { Exchange, ExchangeSummary } from '#shared/exchange/exchange.ts';

/** What a screen may ask of the exchanges. */
export const exchangeCommands = {
  readExchange: takes(Type.Object({ id: ExchangeId }, exact)).returns<Exchange>(),
  /** A slice of a body as it was on the wire: `length` bytes from `from`, in base64 (RFC 4648 §4). */
  readBody: takes(
    Type.Object(
      {
        id: ExchangeId,
        part: Type.Union([Type.Literal('request'), Type.Literal('response')]),
        from: Type.Integer({ minimum: 0 }),
        length: Type.Integer({ minimum: 1, maximum: 4 * 1024 * 1024 }),
      },
      exact,
    ),
  ).returns<{ readonly base64: string; readonly total: number }>(),
  /** Newest first, older than `before`. */
  listExchanges: takes(
    Type.Object(
      {
        before: Type.Optional(ExchangeId),
        limit: Type.Integer({ minimum: 1, maximum: 1000 }),
      },
      exact,
    ),
  ).returns<{ readonly exchanges: readonly ExchangeSummary[]; readonly hasMore: boolean }>(),
  /** Sends a kept request once more, as it was or with its credential made anew. */
  replay: takes(
    Type.Object({ exchangeId: ExchangeId, how: Type.Union([Type.Literal('as-is'), Type.Literal('re-sign')]) }, exact),
  ).returns<{ readonly exchangeId: number }>(),
  /** Forgets every exchange up to now and the messages that they carried. */
  clearTraffic: takes(Type.Object({}, exact)).returns<Undoable>(),
} as const;
