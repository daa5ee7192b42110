import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { StoreHealth } from '#shared/session/state.ts';
import { DatabaseView } from './database-view.ts';
import { everyEngine } from './every-engine.ts';
import { idsOf, messageOf, namesOf, pendingOf, recordOf, withoutRequestBody } from './records.ts';
import { rowsFor } from './row-cases.ts';

const megabyte = 1024 * 1024;

everyEngine('A disk that refuses', (open, engine) => {
  const openFull = async () => {
    // 16 KB each: room for the tables and some exchanges.
    const disk = { pages: 60 };
    const opened = await open({ maxPages: () => disk.pages });
    const told: StoreHealth[] = [];
    opened.store.onHealth((health) => told.push(health));
    let id = 0;
    while (told.length === 0) await opened.store.keep(recordOf((id += 1), { request: Buffer.alloc(20_000, id) }));
    return { ...opened, told, refusedId: id, empty: () => (disk.pages = 100_000) };
  };

  test('by being full is told, and everything is still there to be read', async () => {
    const { store, told, refusedId } = await openFull();
    const [first] = told;
    expect(first).toMatchObject({ state: 'failing', fault: { code: 'store.full' }, waiting: 1, lost: 0 });
    const id = refusedId + 1;
    await store.keep(recordOf(id, { request: 'waits in memory' }));
    await store.keepMessages([messageOf('m1', id)]);
    await store.keepConversation({ id: 'c', channelId: 'kore-demo', userId: 'u', startedAt: 1 });
    expect(idsOf(store.list({ limit: 3 }))).toEqual([id, id - 1, id - 2]);
    expect(rowsFor(store, 'waits memory')).toEqual([id]);
    expect([store.count(), store.newestId()]).toEqual([id, id]);
    expect(Buffer.from(store.readBody(id, 'request', 6, 2)!.bytes).toString()).toBe('in');
    expect(store.read(id)!.summary.id).toBe(id);
    expect(namesOf(store.listMessages({ limit: 3 }))).toEqual(['m1']);
    expect(store.listConversations(10).map((each) => each.id)).toEqual(['c']);
  });

  test('is tried again: when there is room, all that waited is written', async () => {
    const { told, refusedId, empty, ...opened } = await openFull();
    await opened.store.keep(pendingOf(refusedId + 1, { request: 'question' }));
    await opened.store.keep(withoutRequestBody(recordOf(refusedId + 1, { request: 'question', response: 'answer' })));
    await opened.store.keepMessages([messageOf('m1', refusedId + 1)]);
    empty();
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ state: 'keeping' }), 10_000);
    const { store } = await opened.reopen();
    expect(store.count()).toBe(refusedId + 1);
    expect(Buffer.from(store.readBody(refusedId + 1, 'request', 0, 99)!.bytes).toString()).toBe('question');
    expect(Buffer.from(store.readBody(refusedId + 1, 'response', 0, 99)!.bytes).toString()).toBe('answer');
    expect(namesOf(store.listMessages({ limit: 3 }))).toEqual(['m1']);
  });

  test('for so long that memory runs out costs exchanges, which are counted', async () => {
    const { store, told, refusedId } = await openFull();
    for (let more = 1; more <= 40; more += 1)
      await store.keep(recordOf(refusedId + more, { request: new Uint8Array(2 * megabyte) }));
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ state: 'failing', lost: 9, waiting: 32 }), 10_000);
    expect(store.read(refusedId + 31)).not.toBeNull();
    expect(store.read(refusedId + 32)).toBeNull();
    expect(store.newestId()).toBe(refusedId + 40);
  });

  test('because another program holds the file is a fault with its reason, until the program lets go', async () => {
    const { store, folder } = await open();
    const told: StoreHealth[] = [];
    store.onHealth((health) => told.push(health));
    const other = new DatabaseView(folder, engine);
    other.exec('BEGIN IMMEDIATE');
    await store.keep(recordOf(1));
    expect(told[0]).toMatchObject({
      state: 'failing',
      fault: { code: 'store.failed', values: { folder } },
      waiting: 1,
    });
    other.exec('ROLLBACK');
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ state: 'keeping' }), 10_000);
    expect(other.number('SELECT count(*) FROM exchanges')).toBe(1);
    other.close();
  });

  test('while a user removes everything says so, and removes nothing', async () => {
    const { store, folder } = await open();
    await store.keep(recordOf(1));
    const other = new DatabaseView(folder, engine);
    other.exec('BEGIN IMMEDIATE');
    expect(() => store.removeUpTo(1)).toThrow('The exchange store cannot write');
    other.exec('ROLLBACK');
    other.close();
    expect(store.count()).toBe(1);
  });

  test('one record that no disk would take does not keep the others waiting', async () => {
    const { store } = await open();
    const told: StoreHealth[] = [];
    store.onHealth((health) => told.push(health));
    await Promise.all([store.keep(recordOf(1)), store.keep(recordOf(1.5)), store.keep(recordOf(2))]);
    expect(told[0]).toMatchObject({ state: 'failing', fault: { code: 'store.failed' }, waiting: 0, lost: 1 });
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ state: 'keeping' }), 10_000);
    expect(idsOf(store.list({ limit: 9 }))).toEqual([2, 1]);
  });

  test('does not keep the store from closing', async () => {
    const { store, refusedId, folder } = await openFull();
    await store.close();
    await store.keep(recordOf(refusedId + 1));
    await pause(10);
    const view = new DatabaseView(folder, engine);
    expect(view.value('PRAGMA integrity_check')).toBe('ok');
    view.close();
  });
});
