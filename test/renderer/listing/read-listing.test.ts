import { afterEach, expect, test, vi } from 'vitest';
import { createListingActions } from '#renderer/store/listing/listing-actions.ts';
import { readListing } from '#renderer/store/listing/read-listing.ts';
import { rowsBetween } from '#renderer/store/listing/row-ids.ts';
import { nothingRemembered } from '#renderer/store/remember.ts';
import { createSearchActions } from '#renderer/store/search/search-actions.ts';
import { createBenchStore } from '#renderer/store/store.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { CommandInput, Harness } from '#shared/contract/harness.ts';
import { exchangeOf, sessionOf } from '../examples.ts';

type Asked = CommandInput<'listRows'>;
type Page = { readonly ids: readonly number[]; readonly nextBefore: number | null };

let stop: () => void = () => undefined;
afterEach(() => stop());

/** A page whose harness answers when it is told to. */
const open = () => {
  const waiting: { readonly asked: Asked; readonly answer: (page: Page) => void; readonly refuse: () => void }[] = [];
  const listRows = (asked: Asked): Promise<Page> =>
    new Promise((resolve, reject) => {
      waiting.push({
        asked,
        answer: resolve,
        refuse: () => reject(new HarnessError(fault('bug', { incident: 'one' }))),
      });
    });
  const harness = { listRows, matchRows: async () => ({ ids: [] }) } as unknown as Harness;
  const store = createBenchStore(nothingRemembered);
  stop = readListing({ harness, store });
  store.setState({ session: sessionOf({ exchanges: [exchangeOf(100)], exchangeCount: 100 }) });
  const next = async () => {
    await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0));
    const asking = waiting.shift();
    if (!asking) throw new Error('Nothing was asked.');
    return asking;
  };
  const { search } = createSearchActions({ harness, store });
  const actions = { search, ...createListingActions({ harness, store }) };
  const listing = () => store.getState().view.listing;
  return { store, next, actions, listing, rows: () => rowsBetween(listing().found.ids, 0, Infinity) };
};

test('pages are asked for one after the other, each before the last row of the one before', async () => {
  const { next, listing, rows } = open();
  const first = await next();
  expect(first.asked).toMatchObject({ query: '', search: 'words' });
  first.answer({ ids: [100, 99], nextBefore: 99 });
  const second = await next();
  expect(second.asked).toMatchObject({ before: 99 });
  second.answer({ ids: [98], nextBefore: null });
  await vi.waitFor(() => expect(listing().reading.state).toBe('read'));
  expect(rows()).toEqual([100, 99, 98]);
});

test('what answers a search that nobody wants any more is dropped', async () => {
  const { next, actions, rows, listing } = open();
  const all = await next();
  actions.search('status:401');
  const wanted = await next();
  all.answer({ ids: [100, 99, 98], nextBefore: null });
  wanted.answer({ ids: [99], nextBefore: null });
  await vi.waitFor(() => expect(listing().reading.state).toBe('read'));
  expect(rows()).toEqual([99]);
});

test('a search that was stopped goes on from where it was left, with what it had found', async () => {
  const { next, actions, rows, listing } = open();
  (await next()).answer({ ids: [], nextBefore: null });
  actions.search('card');
  (await next()).answer({ ids: [100], nextBefore: 60 });
  const unwanted = await next();
  actions.stopSearch();
  unwanted.answer({ ids: [59], nextBefore: 40 });
  await vi.waitFor(() => expect(listing().reading).toEqual({ state: 'stopped', search: 'words', before: 60 }));
  expect(rows()).toEqual([100]);
  actions.resumeSearch();
  const again = await next();
  expect(again.asked).toMatchObject({ query: 'card', search: 'words', before: 60 });
  again.answer({ ids: [59], nextBefore: null });
  await vi.waitFor(() => expect(listing().reading.state).toBe('read'));
  expect(rows()).toEqual([100, 59]);
});

test('where no word begins so, the letters are looked for, and that is known', async () => {
  const { next, actions, rows, listing } = open();
  (await next()).answer({ ids: [], nextBefore: null });
  actions.search('ard');
  (await next()).answer({ ids: [], nextBefore: null });
  const letters = await next();
  expect(letters.asked).toMatchObject({ search: 'substring' });
  letters.answer({ ids: [7], nextBefore: null });
  await vi.waitFor(() => expect(listing().reading).toEqual({ state: 'read', search: 'substring' }));
  expect(rows()).toEqual([7]);
});

test('a search that failed says so, and can be tried again', async () => {
  const { next, actions, rows, listing } = open();
  (await next()).refuse();
  await vi.waitFor(() => expect(listing().reading).toMatchObject({ state: 'failed', fault: { code: 'bug' } }));
  actions.resumeSearch();
  (await next()).answer({ ids: [100], nextBefore: null });
  await vi.waitFor(() => expect(listing().reading.state).toBe('read'));
  expect(rows()).toEqual([100]);
});
