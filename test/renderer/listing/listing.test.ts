import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldListing } from '#renderer/store/listing/listing-events.ts';
import {
  askingMatches,
  begun,
  emptyListing,
  seek,
  withLastPage,
  withMatches,
  withPage,
  type Listing,
} from '#renderer/store/listing/listing.ts';
import { lineOf } from '#renderer/store/listing/lines.ts';
import { rowsBetween } from '#renderer/store/listing/row-ids.ts';
import type { FoundPage } from '#shared/contract/find-rows.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { SessionEvent, WatchFrame } from '#shared/session/events.ts';
import { sessionOf } from '../examples.ts';
import { createToldServer, type Happening } from './told-server.ts';

const rowsOf = ({ found }: Listing): readonly number[] => rowsBetween(found.ids, 0, Infinity);

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom({ kind: 'receive' as const }, { kind: 'send' as const }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('come-back' as const), at: fc.nat(9) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('close' as const),
      at: fc.nat(9),
      status: fc.constantFrom(200, 401),
      user: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('retain' as const), at: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'clear' as const }, { kind: 'undo' as const }) },
);

/** What the wire and the harness do next, in whatever order: events may come late, and so may answers. */
const anyStep = fc.oneof(
  { weight: 5, arbitrary: anyHappening.map((happening) => ({ kind: 'happen' as const, happening })) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tell' as const), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'page' as const }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'match' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reconnect' as const }) },
);
const anySteps = fc.array(anyStep, { maxLength: 60, size: 'max' });
type Step = typeof anyStep extends fc.Arbitrary<infer Each> ? Each : never;

/** A page that reads from a harness, where nothing comes in the order in which it was asked. */
const played = (
  steps: readonly Step[],
  query: string,
  isGrouped: boolean,
  finds: (one: ExchangeSummary) => boolean,
) => {
  const server = createToldServer(finds);
  let listing = seek(emptyListing, { query, isGrouped });
  let untold: readonly SessionEvent[] = [];
  let seq = 0;
  let page: { readonly run: number; readonly answer: FoundPage } | null = null;
  let matches: { readonly run: number; readonly ids: readonly number[]; readonly found: ReadonlySet<number> } | null =
    null;
  const tell = (count: number): void => {
    const events = untold.slice(0, count);
    untold = untold.slice(count);
    const frame: WatchFrame = { kind: 'changes', at: { run: 'r', seq: (seq += 1) }, events };
    listing = foldListing(listing, [frame]);
  };
  /** Asks for a page, or takes the answer to what was asked. */
  const readPage = (): void => {
    if (page) {
      listing = withPage(listing, page.run, page.answer);
      if (page.answer.nextBefore === null) listing = withLastPage(listing, page.run);
      page = null;
      return;
    }
    if (listing.reading.state === 'due') listing = begun(listing);
    if (listing.reading.state !== 'reading') return;
    page = { run: listing.run, answer: server.page(listing.reading.before, 3) };
  };
  const matchRows = (): void => {
    if (matches) {
      listing = withMatches(listing, matches.run, matches.ids, matches.found);
      matches = null;
      return;
    }
    const asking = askingMatches(listing);
    if (asking.ids.length === 0) return;
    listing = asking.listing;
    matches = { run: listing.run, ids: asking.ids, found: server.match(asking.ids) };
  };
  /** What was not told before is in the whole session. */
  const reconnect = (): void => {
    untold = [];
    const session = sessionOf({ exchanges: server.newest(4) });
    listing = foldListing(listing, [{ kind: 'whole', at: { run: 'r', seq: (seq += 1) }, session }]);
  };
  for (const step of steps) {
    if (step.kind === 'happen') untold = [...untold, ...server.happen(step.happening)];
    else if (step.kind === 'tell') tell(step.count);
    else if (step.kind === 'page') readPage();
    else if (step.kind === 'reconnect') reconnect();
    else matchRows();
  }
  tell(untold.length);
  while (page || listing.reading.state !== 'read') readPage();
  while (matches || rowsBetween(listing.toMatch, 0, 1).length > 0) matchRows();
  return { listing, server };
};

/** What is open is found, and is lost again when it is answered well. */
const isOpenOrRefused = ({ outcome }: ExchangeSummary): boolean =>
  outcome.state === 'pending' || (outcome.state === 'answered' && outcome.status === 401);

test('whatever the order of pages and events, the rows are those of a fresh listing', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { listing, server } = played(steps, '', false, () => true);
      expect(rowsOf(listing)).toEqual(server.fresh());
    }),
    { numRuns: 400 },
  );
});

test('with a query too, however late it is answered what it finds', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { listing, server } = played(steps, 'is:pending', false, isOpenOrRefused);
      expect(rowsOf(listing)).toEqual(server.fresh());
    }),
    { numRuns: 400 },
  );
});

test('the known lines say what the harness says, and never of what is gone', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { listing, server } = played(steps, '', false, () => true);
      for (const id of rowsOf(listing)) {
        const line = lineOf(listing.lines, id);
        if (line) expect(line.exchange).toEqual(server.byId(id));
        if (line?.twin) expect(line.twin).toEqual(server.byId(line.twin.id));
      }
    }),
  );
});

test('each row is in the group of its conversation and in no other, and a group without rows is gone', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { listing, server } = played(steps, '', true, () => true);
      const groups = [...(listing.found.groups?.byKey.values() ?? [])];
      const rows = new Map(groups.map(({ key, ids }) => [key, rowsBetween(ids, 0, Infinity)]));
      expect(rows).toEqual(server.groupsOf());
      expect(listing.found.groups?.order.toSorted()).toEqual([...rows.keys()].toSorted());
      for (const { refused } of groups)
        for (const id of rowsBetween(refused, 0, Infinity)) expect(server.byId(id)?.verdict).toBe('refused');
    }),
    { numRuns: 300 },
  );
});
