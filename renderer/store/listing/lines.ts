import type { TrafficLine } from '#shared/contract/commands/row-commands.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { RowEntry } from './groups.ts';

/** The lines that are known, by the id of their row: of what happened lately, and of older ones that were looked at. */
export type Lines = {
  readonly lately: ReadonlyMap<number, TrafficLine>;
  readonly read: ReadonlyMap<number, TrafficLine>;
};

/** How many of either are kept: so many fit no screen. */
export const mostLines = 2000;

export const noLines: Lines = { lately: new Map(), read: new Map() };

export const lineOf = ({ lately, read }: Lines, id: number): TrafficLine | null =>
  lately.get(id) ?? read.get(id) ?? null;

/** An exchange that is in a line, whichever side of it. */
export const exchangeInLines = (lines: Lines, id: number): ExchangeSummary | null => {
  const own = lineOf(lines, id)?.exchange;
  if (own) return own;
  for (const { twin } of [...lines.lately.values(), ...lines.read.values()]) if (twin?.id === id) return twin;
  return null;
};

/** For each outbound exchange that does not know its twin yet, the inbound one that stands for both. */
export type Pairs = ReadonlyMap<number, number>;

type Sided = Pick<ExchangeSummary, 'id' | 'direction' | 'twinId'>;

/** The id of the row that an exchange is shown in: of twins, the inbound one. */
export const rowIdOf = ({ id, direction, twinId }: Sided, pairs: Pairs): number =>
  direction === 'inbound' ? id : (twinId ?? pairs.get(id) ?? id);

/** What is known of pairs after these exchanges were told of: an outbound one that is over knows its twin itself. */
export const withPairs = (pairs: Pairs, exchanges: readonly ExchangeSummary[]): Pairs => {
  const after = new Map(pairs);
  for (const { id, direction, twinId, outcome } of exchanges) {
    if (direction === 'inbound' && twinId !== null) after.set(twinId, id);
    else if (direction === 'outbound' && outcome.state !== 'pending') after.delete(id);
  }
  // Few are open at a time; a twin that is never told of again must not stay for ever.
  return newest(after);
};

/** The lines after these exchanges opened or closed, in this order. */
export const withExchanges = (lines: Lines, exchanges: readonly ExchangeSummary[], pairs: Pairs): Lines => {
  if (exchanges.length === 0) return lines;
  const lately = new Map(lines.lately);
  const read = new Map(lines.read);
  const take = (id: number): TrafficLine | undefined => {
    const line = lately.get(id) ?? read.get(id);
    lately.delete(id);
    read.delete(id);
    return line;
  };
  for (const exchange of exchanges) {
    const rowId = rowIdOf(exchange, pairs);
    if (rowId === exchange.id) {
      const own = take(exchange.id);
      const twin = exchange.twinId === null ? null : (take(exchange.twinId)?.exchange ?? own?.twin ?? null);
      lately.set(rowId, { exchange, twin });
    } else {
      take(exchange.id);
      const line = take(rowId);
      if (line) lately.set(rowId, { ...line, twin: exchange });
    }
  }
  return { lately: newest(lately), read };
};

/** With lines that were read. What was told of meanwhile is newer than what was read. */
export const withReadLines = (lines: Lines, more: readonly TrafficLine[]): Lines => {
  const read = new Map(lines.read);
  for (const line of more) {
    read.delete(line.exchange.id);
    if (!lines.lately.has(line.exchange.id)) read.set(line.exchange.id, line);
  }
  return { lately: lines.lately, read: newest(read) };
};

export const withoutLinesUpTo = ({ lately, read }: Lines, upTo: number): Lines => {
  const above = (lines: ReadonlyMap<number, TrafficLine>) =>
    new Map(
      [...lines].flatMap(([id, line]) => {
        if (id <= upTo) return [];
        return [[id, line.twin && line.twin.id <= upTo ? { ...line, twin: null } : line] as const];
      }),
    );
  return { lately: above(lately), read: above(read) };
};

/** Those that came last. */
const newest = <Value>(all: ReadonlyMap<number, Value>): ReadonlyMap<number, Value> =>
  all.size <= mostLines ? all : new Map([...all].slice(all.size - mostLines));

export const entryOf = ({ exchange }: TrafficLine): RowEntry => ({
  id: exchange.id,
  conversationId: exchange.conversationId,
  verdict: exchange.outcome.state === 'pending' ? null : exchange.verdict,
});
