import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { ExchangeStore } from '#main/harness/exchange-store.ts';
import { openExchangeStore } from '#main/io/exchange-store.ts';
import { StoreDatabase } from '#main/io/store-database.ts';
import { TotalsRow } from '#main/io/store-totals.ts';
import { everyEngine } from './every-engine.ts';
import { idsOf, messageOf, namesOf, recordOf } from './records.ts';

const none = { keepExchanges: null, keepBytes: null, durability: 'normal' } as const;

const keepMany = async (store: ExchangeStore, from: number, to: number, body = 'x'.repeat(90)): Promise<void> => {
  const records = Array.from({ length: to - from + 1 }, (_, index) =>
    recordOf(from + index, { request: body, response: 'y'.repeat(10) }),
  );
  await Promise.all(records.map(store.keep));
};

everyEngine('A limit', (open, engine) => {
  test('is off until somebody sets one', async () => {
    const { store } = await open();
    await keepMany(store, 1, 300);
    expect(store.count()).toBe(300);
  });

  test('of exchanges removes the oldest, tells which, and their messages go too', async () => {
    const opened = await open();
    const removed = vi.fn<(upTo: number, left: number) => void>();
    opened.store.onRemoved(removed);
    opened.store.configure({ ...none, keepExchanges: 10 });
    await opened.store.keepMessages([messageOf('m1', 1), messageOf('m12', 12)]);
    await keepMany(opened.store, 1, 10);
    expect(removed).not.toHaveBeenCalled();
    await keepMany(opened.store, 11, 13);
    await vi.waitFor(() => expect(removed).toHaveBeenLastCalledWith(3, 10));
    const { store } = await opened.reopen();
    expect(idsOf(store.list({ limit: 20 }))).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
    expect(store.readBody(3, 'request', 0, 1)).toBeNull();
    expect(namesOf(store.listMessages({ limit: 10 }))).toEqual(['m12']);
  });

  test('of bytes counts both bodies, and what replaces a body counts once', async () => {
    const { store } = await open();
    store.configure({ ...none, keepBytes: 1000 });
    await keepMany(store, 1, 10);
    await keepMany(store, 10, 10);
    expect(store.count()).toBe(10);
    await keepMany(store, 11, 11);
    await vi.waitFor(() => expect(idsOf(store.list({ limit: 20 })).at(-1)).toBe(2));
    await store.keep(recordOf(11, { request: 'x'.repeat(300), response: '' }));
    await vi.waitFor(() => expect(idsOf(store.list({ limit: 20 })).at(-1)).toBe(4));
  });

  test('leaves the newest exchange, however large it is', async () => {
    const { store } = await open();
    store.configure({ ...none, keepBytes: 10 });
    await keepMany(store, 1, 3);
    await vi.waitFor(() => expect(idsOf(store.list({ limit: 20 }))).toEqual([3]));
  });

  test('that is set later removes what is too much, in slices', async () => {
    const { store } = await open();
    await keepMany(store, 1, 1800);
    const removed: (readonly [upTo: number, left: number])[] = [];
    store.onRemoved((upTo, left) => removed.push([upTo, left]));
    store.configure({ ...none, keepExchanges: 100 });
    await vi.waitFor(() => expect(store.count()).toBe(100));
    expect(removed.length).toBeGreaterThan(1);
    expect(removed.at(-1)).toEqual([1700, 100]);
    expect(idsOf(store.list({ limit: 200 })).at(-1)).toBe(1701);
  });

  test('counts what is there, whatever was changed or removed before a restart', async () => {
    const opened = await open();
    const ids = fc.integer({ min: 1, max: 5000 });
    const bodies = fc.string({ maxLength: 9 });
    const removal = ids.map((id) => (store: ExchangeStore) => void store.removeUpTo(id));
    const keeping = fc.tuple(ids, fc.record({ request: bodies, response: fc.option(bodies) })).map(
      ([id, given]) =>
        async (store: ExchangeStore) =>
          store.keep(recordOf(id, given)),
    );
    const acts = fc.array(fc.oneof({ weight: 1, arbitrary: removal }, { weight: 9, arbitrary: keeping }));
    const { folder } = opened;
    await opened.store.close();
    let newestId = 0;
    await fc.assert(
      fc.asyncProperty(acts, async (some) => {
        const store = openExchangeStore(folder, engine);
        for (const act of some) await act(store);
        newestId = store.newestId();
        await store.close();
        const database = new StoreDatabase(folder, engine);
        const counted = database.prepare(
          'SELECT count(*) AS exchanges, coalesce(sum(request_bytes + coalesce(response_bytes, 0)), 0) AS bodyBytes FROM exchanges',
        );
        expect(new TotalsRow(database).read()).toMatchObject({ newestId, ...(counted.get() as object) });
        database.close();
      }),
      { numRuns: 30 },
    );
  });

  test('counts what was kept before a restart', async () => {
    const opened = await open();
    await keepMany(opened.store, 1, 20);
    const { store } = await opened.reopen();
    store.configure({ ...none, keepBytes: 500 });
    await vi.waitFor(() => expect(store.count()).toBe(5));
  });
});
