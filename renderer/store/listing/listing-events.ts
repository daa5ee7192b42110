import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { SessionEvent, WatchFrame } from '#shared/session/events.ts';
import type { Session } from '#shared/session/state.ts';
import { readQuery } from '#shared/query/read-query.ts';
import { nothingFound, withoutFound, withoutFoundUpTo, type Found } from './found.ts';
import { exchangeInLines, noLines, rowIdOf, withExchanges, withoutLinesUpTo, withPairs, type Pairs } from './lines.ts';
import { changedBoth, restarted, seeded, withNamed, type Listing } from './listing.ts';
import { withoutUpTo, withRows } from './row-ids.ts';

/** The list after some frames of the event stream. A whole session means that anything may have changed: all is asked for anew. */
export const foldListing = (listing: Listing, frames: readonly WatchFrame[]): Listing => {
  const start = frames.findLastIndex((frame) => frame.kind === 'whole');
  const whole = frames[start];
  const base = whole?.kind === 'whole' ? afterWhole(listing, whole.session) : listing;
  const events = frames.slice(start + 1).flatMap((frame) => (frame.kind === 'changes' ? frame.events : []));
  return batchesOf(events).reduce(afterBatch, base);
};

const afterWhole = (listing: Listing, { exchanges }: Session): Listing => {
  const pairs = withPairs(new Map(), exchanges);
  const lines = withExchanges(noLines, exchanges, pairs);
  const next = { ...listing, pairs, lines, removedUpTo: 0 };
  return restarted(next, seeded(next.found, next), seeded(nothingFound(next.sought.isGrouped), next));
};

type Batch =
  | { readonly kind: 'exchanges'; readonly exchanges: readonly ExchangeSummary[] }
  | { readonly kind: 'other'; readonly event: SessionEvent };

/** Exchanges that open or close one after the other are taken together: there may be thousands of them. */
const batchesOf = (events: readonly SessionEvent[]): readonly Batch[] => {
  const batches: Batch[] = [];
  let together: ExchangeSummary[] | null = null;
  for (const event of events) {
    if (event.type === 'exchange-opened' || event.type === 'exchange-closed') {
      if (!together) batches.push({ kind: 'exchanges', exchanges: (together = []) });
      together.push(event.exchange);
    } else {
      together = null;
      batches.push({ kind: 'other', event });
    }
  }
  return batches;
};

const afterBatch = (listing: Listing, batch: Batch): Listing =>
  batch.kind === 'exchanges' ? afterExchanges(listing, batch.exchanges) : afterOther(listing, batch.event);

const afterExchanges = (listing: Listing, told: readonly ExchangeSummary[]): Listing => {
  const exchanges = told.filter(({ id }) => id > listing.removedUpTo);
  const received = exchanges.filter(({ direction }) => direction === 'inbound');
  const known = withPairs(listing.pairs, received);
  const inside = exchanges.flatMap((each) => insideOf(each, known));
  const isAll = listing.sought.query === '';
  // Which rows there are does not depend on the other twin; what a query finds does.
  const telling = isAll ? exchanges.filter((each) => rowIdOf(each, known) === each.id) : exchanges;
  const rowIds = [...new Set(telling.map((each) => rowIdOf(each, known)))].filter((id) => id > listing.removedUpTo);
  const lines = withExchanges(listing.lines, exchanges, known);
  const change = (found: Found): Found => {
    const rest = withoutFound(found, inside);
    return isAll ? withNamed(rest, rowIds, lines) : rest;
  };
  return {
    ...listing,
    ...changedBoth(listing, change),
    pairs: withPairs(known, exchanges),
    lines,
    // Once everything is read, no page comes that could be older than what is told.
    touched: listing.reading.state === 'read' ? listing.touched : withRows(listing.touched, [...rowIds, ...inside]),
    toMatch: isAll ? listing.toMatch : withRows(listing.toMatch, [...rowIds, ...inside]),
  };
};

/** The exchange that is no row of its own, because the other twin stands for both. */
const insideOf = (exchange: ExchangeSummary, pairs: Pairs): readonly number[] => {
  if (rowIdOf(exchange, pairs) !== exchange.id) return [exchange.id];
  return exchange.twinId === null ? [] : [exchange.twinId];
};

const afterOther = (listing: Listing, event: SessionEvent): Listing => {
  if (event.type === 'exchanges-removed') return afterRemoved(listing, event.upTo);
  if (event.type === 'exchanges-restored') return afterRestored(listing, event.exchanges);
  if (event.type === 'exchanges-marked')
    return afterMarked(
      listing,
      event.marks.map(({ exchangeId }) => exchangeId),
    );
  const isOfChannels =
    event.type === 'channel-added' || event.type === 'channel-changed' || event.type === 'channel-removed';
  return isOfChannels && namesChannels(listing.sought.query) ? again(listing) : listing;
};

const afterMarked = (listing: Listing, marked: readonly number[]): Listing => {
  if (listing.sought.query === '') return listing;
  const touched = listing.reading.state === 'read' ? listing.touched : withRows(listing.touched, marked);
  return { ...listing, touched, toMatch: withRows(listing.toMatch, marked) };
};

/** The same rows once more, while those that were found stay on screen. */
const again = (listing: Listing): Listing =>
  restarted(listing, listing.found, seeded(nothingFound(listing.sought.isGrouped), listing));

const namesChannels = (query: string): boolean =>
  readQuery(query).query.terms.some(
    ({ wants }) => wants.kind === 'text' && (wants.field === 'channel' || wants.field === 'platform'),
  );

const afterRemoved = (listing: Listing, upTo: number): Listing => ({
  ...listing,
  ...changedBoth(listing, (found) => withoutFoundUpTo(found, upTo)),
  lines: withoutLinesUpTo(listing.lines, upTo),
  touched: withoutUpTo(listing.touched, upTo),
  toMatch: withoutUpTo(listing.toMatch, upTo),
  removedUpTo: Math.max(listing.removedUpTo, upTo),
});

/** What is known of an exchange is never older than what is restored. */
const afterRestored = (listing: Listing, exchanges: readonly ExchangeSummary[]): Listing => {
  const unknown = exchanges.filter(({ id }) => exchangeInLines(listing.lines, id) === null);
  const pairs = withPairs(listing.pairs, unknown);
  const lines = withExchanges(listing.lines, unknown, pairs);
  const next = { ...listing, pairs, lines, removedUpTo: 0 };
  return again({ ...next, found: seeded(next.found, next) });
};
