import type { TrafficLine } from '#shared/contract/commands/row-commands.ts';
import type { FoundPage } from '#shared/contract/find-rows.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { SearchKind } from '#shared/query/match.ts';
import { nothingFound, withFound, withFoundIds, withoutFound, type Found } from './found.ts';
import type { RowEntry } from './groups.ts';
import { entryOf, lineOf, noLines, withReadLines, type Lines, type Pairs } from './lines.ts';
import { hasRow, noRows, rowCount, rowsBetween, withoutRows, withRows, type RowIds } from './row-ids.ts';

/** What is listed: the rows that a query finds, all of them where it is empty. */
export type Sought = { readonly query: string; readonly isGrouped: boolean };

/** Where reading the ids has come to. `before`: what is older has not been looked at yet; null where nothing has. */
export type Reached = { readonly search: SearchKind; readonly before: number | null };

/** How far the ids of the rows have been read. */
export type Reading =
  /** To be gone on with from where it was left; null: to be begun. */
  | { readonly state: 'due'; readonly left: Reached | null }
  | ({ readonly state: 'reading' | 'stopped' } & Reached)
  | { readonly state: 'read'; readonly search: SearchKind }
  | { readonly state: 'failed'; readonly fault: Fault };

/** The traffic list: which rows there are, and the lines of those that are known. */
export type Listing = {
  readonly sought: Sought;
  /** Counts up each time the ids are asked for anew: what answers an earlier asking is dropped. */
  readonly run: number;
  readonly reading: Reading;
  readonly found: Found;
  /** While the same rows are read once more: what has been read, to take the place of what is shown. */
  readonly incoming: Found | null;
  /** Told of since the reading began: what a page says about these may be older than what was told. */
  readonly touched: RowIds;
  /** Told of, and not yet known whether the query finds them. */
  readonly toMatch: RowIds;
  /** Up to here everything is gone. */
  readonly removedUpTo: number;
  readonly pairs: Pairs;
  readonly lines: Lines;
  /** Rows that came later than this one are not shown, only counted; null: the list is live. */
  readonly pausedAt: number | null;
};

export const emptyListing: Listing = {
  sought: { query: '', isGrouped: false },
  run: 0,
  reading: { state: 'due', left: null },
  found: nothingFound(false),
  incoming: null,
  touched: noRows,
  toMatch: noRows,
  removedUpTo: 0,
  pairs: new Map(),
  lines: noLines,
  pausedAt: null,
};

/** What is known without asking: without a query, every line is a row. */
export const seeded = (found: Found, { sought, lines }: Pick<Listing, 'sought' | 'lines'>): Found =>
  sought.query === '' ? withFound(found, [...lines.lately.values()].map(entryOf)) : found;

/** The ids are to be read anew, while `found` is shown. */
export const restarted = (listing: Listing, found: Found, incoming: Found | null): Listing => ({
  ...listing,
  run: listing.run + 1,
  reading: { state: 'due', left: null },
  found,
  incoming,
  touched: noRows,
  toMatch: noRows,
});

/** Lists something else. Where only the grouping changes, what is shown stays until the groups are known. */
export const seek = (listing: Listing, sought: Sought): Listing => {
  const { query, isGrouped } = listing.sought;
  const next = { ...listing, sought };
  if (query !== sought.query) return restarted(next, seeded(nothingFound(sought.isGrouped), next), null);
  if (isGrouped === sought.isGrouped) return listing;
  if (!sought.isGrouped && listing.reading.state === 'read')
    return { ...next, found: { ids: listing.found.ids, groups: null } };
  return restarted(next, { ids: listing.found.ids, groups: null }, seeded(nothingFound(sought.isGrouped), next));
};

/** Changes what is shown and what will take its place. */
export const changedBoth = (
  listing: Listing,
  change: (found: Found) => Found,
): Pick<Listing, 'found' | 'incoming'> => ({
  found: change(listing.found),
  incoming: listing.incoming && change(listing.incoming),
});

const beginning: Reached = { search: 'words', before: null };

/** The ids are being read from now on, where they are due. */
export const begun = (listing: Listing): Listing =>
  listing.reading.state === 'due'
    ? { ...listing, reading: { state: 'reading', ...(listing.reading.left ?? beginning) } }
    : listing;

/** A long search is left where it is. */
export const stopped = (listing: Listing): Listing =>
  listing.reading.state === 'reading' ? { ...listing, reading: { ...listing.reading, state: 'stopped' } } : listing;

/** A search that was stopped is to be gone on with; one that failed is to be begun again. */
export const resumed = (listing: Listing): Listing => {
  const { reading, run } = listing;
  if (reading.state === 'failed') return restarted(listing, listing.found, nothingFound(listing.sought.isGrouped));
  if (reading.state !== 'stopped') return listing;
  return {
    ...listing,
    run: run + 1,
    reading: { state: 'due', left: { search: reading.search, before: reading.before } },
  };
};

/** How many rows can be asked about at once. */
const mostAsked = 1000;

/** The rows to ask about, and the list from then on. */
export const askingMatches = (listing: Listing): { readonly ids: readonly number[]; readonly listing: Listing } => {
  const ids = rowsBetween(listing.toMatch, 0, mostAsked);
  return { ids, listing: { ...listing, toMatch: withoutRows(listing.toMatch, ids) } };
};

/** The rows of a page, and what sorts them in where they are grouped. */
const entriesIn = (page: FoundPage, isBelieved: (id: number) => boolean): readonly RowEntry[] => {
  const refused = new Set(page.refused);
  const unchecked = new Set(page.unchecked);
  return page.ids.flatMap((id, index) => {
    if (!isBelieved(id)) return [];
    const conversationId = page.conversations?.[page.conversationOf?.[index] ?? -1] ?? null;
    return [{ id, conversationId, verdict: refused.has(id) ? 'refused' : unchecked.has(id) ? 'unchecked' : 'trusted' }];
  });
};

/** A page of ids came. Where letters are looked for instead of words, what was told of meanwhile has to be asked about again. */
export const withPage = (listing: Listing, run: number, page: FoundPage): Listing => {
  const { reading, touched, removedUpTo, sought } = listing;
  if (run !== listing.run || reading.state !== 'reading') return listing;
  const isBelieved = (id: number): boolean => id > removedUpTo && !hasRow(touched, id);
  const ids = rowCount(touched) === 0 && removedUpTo === 0 ? page.ids : page.ids.filter(isBelieved);
  const entries = sought.isGrouped ? entriesIn(page, isBelieved) : [];
  const isOtherSearch = page.search !== reading.search;
  return {
    ...listing,
    ...changedBoth(listing, (found) => (found.groups ? withFound(found, entries) : withFoundIds(found, ids))),
    reading: { state: 'reading', search: page.search, before: page.nextBefore },
    toMatch: isOtherSearch ? withRows(listing.toMatch, [...touched.old, ...touched.recent]) : listing.toMatch,
  };
};

/** There is no page more: what was read is what is shown. */
export const withLastPage = (listing: Listing, run: number): Listing => {
  const { reading, found, incoming } = listing;
  if (run !== listing.run || reading.state !== 'reading') return listing;
  return {
    ...listing,
    found: incoming ?? found,
    incoming: null,
    touched: noRows,
    reading: { state: 'read', search: reading.search },
  };
};

/** Whether the query finds the rows that were asked about; about those that were told of again, it is asked again. */
export const withMatches = (
  listing: Listing,
  run: number,
  asked: readonly number[],
  matching: ReadonlySet<number>,
): Listing => {
  if (run !== listing.run) return listing;
  const known = asked.filter((id) => id > listing.removedUpTo && !hasRow(listing.toMatch, id));
  const there = known.filter((id) => matching.has(id));
  const gone = known.filter((id) => !matching.has(id));
  return { ...listing, ...changedBoth(listing, (found) => withNamed(withoutFound(found, gone), there, listing.lines)) };
};

/** With these rows, as far as their lines tell where they belong. */
export const withNamed = (found: Found, ids: readonly number[], lines: Lines): Found =>
  withFound(
    found,
    ids.flatMap((id) => {
      const line = lineOf(lines, id);
      if (line) return [entryOf(line)];
      return hasRow(found.ids, id) ? [] : [{ id, conversationId: null, verdict: null }];
    }),
  );

/** Lines were read: those that were asked for and did not come are gone, and where a row belongs is known now. */
export const withLines = (listing: Listing, asked: readonly number[], read: readonly TrafficLine[]): Listing => {
  const lines = withReadLines(listing.lines, read);
  const lost = asked.filter((id) => lineOf(lines, id) === null);
  const ids = listing.found.groups ? read.map(({ exchange }) => exchange.id) : [];
  const change = (found: Found): Found => {
    const rest = withoutFound(found, lost);
    return withNamed(
      rest,
      ids.filter((id) => hasRow(rest.ids, id)),
      lines,
    );
  };
  return lost.length === 0 && ids.length === 0
    ? { ...listing, lines }
    : { ...listing, lines, ...changedBoth(listing, change) };
};
