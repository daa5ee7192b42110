import { describe, expect, test, vi } from 'vitest';
import type { ExchangeStore } from '#main/harness/exchange-store.ts';
import { createMemoryStore } from '#test/renderer/memory-store.ts';
import { everyEngine } from './every-engine.ts';
import { idsOf, messageOf, namesOf, pendingOf, recordOf, withoutRequestBody } from './records.ts';
import { rowsFor } from './row-cases.ts';

type Opened = { readonly store: ExchangeStore };

/** What every store has to do, with or without a disk. */
const cases = (open: () => Promise<Opened>): void => {
  const openWith = async (count: number): Promise<ExchangeStore> => {
    const { store } = await open();
    for (let id = 1; id <= count; id += 1) {
      await store.keep(recordOf(id, { request: `kitten ${String(id)}` }));
      await store.keepMessages([messageOf(`m${String(id)}`, id)]);
    }
    return store;
  };
  const seenIn = (store: ExchangeStore) => ({
    listed: idsOf(store.list({ limit: 100 })),
    found: rowsFor(store, 'kitten'),
    said: namesOf(store.listMessages({ limit: 100 })),
    saidInOne: namesOf(store.listMessages({ limit: 100, conversationId: 'kore-demo/u-42' })),
    carried: namesOf({ messages: store.messagesOf([1, 2, 3, 4, 5, 6, 7, 8, 9], 100).toReversed() }),
    count: store.count(),
  });
  const all = (...ids: readonly number[]) => {
    const names = ids.map((id) => `m${String(id)}`);
    return { listed: ids, found: ids, said: names, saidInOne: names, carried: names, count: ids.length };
  };

  test('is in no list, no search, no count, and cannot be read', async () => {
    const store = await openWith(5);
    expect(store.hideUpTo(3)).toBe(2);
    expect(seenIn(store)).toEqual(all(5, 4));
    expect([store.read(3), store.readBody(3, 'request', 0, 9)]).toEqual([null, null]);
    expect(store.read(4)).not.toBeNull();
    expect(store.newestId()).toBe(5);
  });

  test('ends the pages where it begins', async () => {
    const store = await openWith(5);
    store.hideUpTo(3);
    const page = store.list({ limit: 2 });
    expect([idsOf(page), page.hasMore]).toEqual([[5, 4], false]);
    expect(idsOf(store.list({ limit: 2, before: 4 }))).toEqual([]);
    const said = store.listMessages({ limit: 1 });
    expect([namesOf(said), said.hasMore]).toEqual([['m5'], true]);
    expect(store.listMessages({ limit: 2 }).hasMore).toBe(false);
  });

  test('is there again as it was, with what came meanwhile', async () => {
    const store = await openWith(3);
    await store.keep(pendingOf(4, { request: 'kitten 4' }));
    store.hideUpTo(4);
    await store.keep(withoutRequestBody(recordOf(4, { request: 'kitten 4', response: 'late' })));
    await store.keepMessages([messageOf('m4', 4)]);
    await store.keep(recordOf(5, { request: 'kitten 5' }));
    await store.keepMessages([messageOf('m5', 5)]);
    expect(seenIn(store)).toEqual(all(5));
    expect(store.hideUpTo(0)).toBe(5);
    expect(seenIn(store)).toEqual(all(5, 4, 3, 2, 1));
    expect(Buffer.from(store.readBody(4, 'response', 0, 9)!.bytes).toString()).toBe('late');
    expect(Buffer.from(store.readBody(1, 'request', 0, 9)!.bytes).toString()).toBe('kitten 1');
  });

  test('can be more, and less again', async () => {
    const store = await openWith(4);
    expect([store.hideUpTo(2), store.hideUpTo(4), store.hideUpTo(1)]).toEqual([2, 0, 3]);
    expect(seenIn(store)).toEqual(all(4, 3, 2));
  });

  test('is removed for good in slices, and what is not hidden stays', async () => {
    const store = await openWith(4);
    store.hideUpTo(3);
    await store.keep(recordOf(5, { request: 'kitten 5' }));
    while (!store.removeSomeUpTo(3));
    expect(store.hideUpTo(0)).toBe(2);
    expect(rowsFor(store, 'kitten')).toEqual([5, 4]);
    expect(namesOf(store.listMessages({ limit: 9 }))).toEqual(['m4']);
  });
};

describe('What is hidden in memory', () => cases(async () => ({ store: createMemoryStore() })));

everyEngine('What is hidden', (open) => {
  cases(() => open());

  test('is not hidden any more after a crash: nothing was written down', async () => {
    const opened = await open();
    await opened.store.keep(recordOf(1));
    opened.store.hideUpTo(1);
    const { store } = await opened.reopen();
    expect([store.count(), idsOf(store.list({ limit: 9 }))]).toEqual([1, [1]]);
  });

  test('goes first when there is too much, and only what is in sight is counted', async () => {
    const { store } = await open();
    const removed = vi.fn<(upTo: number, left: number) => void>();
    store.onRemoved(removed);
    for (let id = 1; id <= 10; id += 1) await store.keep(recordOf(id));
    store.hideUpTo(10);
    store.configure({ keepExchanges: 10, keepBytes: null, durability: 'normal' });
    for (let id = 11; id <= 13; id += 1) await store.keep(recordOf(id));
    await vi.waitFor(() => expect(removed).toHaveBeenLastCalledWith(3, 3));
    expect(store.hideUpTo(0)).toBe(10);
    expect(idsOf(store.list({ limit: 20 })).at(-1)).toBe(4);
  });

  test('takes several slices where it is much', async () => {
    const { store } = await open();
    await Promise.all(Array.from({ length: 1200 }, (_, index) => store.keep(recordOf(index + 1))));
    store.hideUpTo(1199);
    let slices = 1;
    while (!store.removeSomeUpTo(1199)) slices += 1;
    expect(slices).toBeGreaterThan(1);
    expect(idsOf(store.list({ limit: 9 }))).toEqual([1200]);
  });
});
