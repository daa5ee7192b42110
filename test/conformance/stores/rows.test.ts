import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../renderer/memory-store.ts';
import { DatabaseView } from './database-view.ts';
import { everyEngine } from './every-engine.ts';
import { pendingOf, recordOf } from './records.ts';
import { rowCases, rowsFor } from './row-cases.ts';
import { untilIndexed } from './until-indexed.ts';

everyEngine('Rows', (open, engine) => {
  rowCases(async () => {
    const { store, folder } = await open();
    return { store, settled: (id) => untilIndexed(folder, engine, id) };
  });

  test('that are removed leave nothing behind in the index', async () => {
    const { store, folder } = await open();
    for (let id = 1; id <= 3; id += 1) await store.keep(recordOf(id));
    await untilIndexed(folder, engine, 3);
    const view = new DatabaseView(folder, engine);
    store.removeUpTo(2);
    expect(view.number('SELECT count(*) FROM facets')).toBe(1);
    store.removeUpTo(3);
    expect(view.number('SELECT count(*) FROM facets')).toBe(0);
    view.close();
  });

  test('of twins that a crash interrupted are one, and known as what they are', async () => {
    const { store, folder, reopen } = await open();
    await store.keep(pendingOf(1, { summary: { direction: 'outbound', defect: 'callback.late' } }));
    await store.keep(pendingOf(2, { summary: { twinId: 1 } }));
    await untilIndexed(folder, engine, 2);
    const { store: after } = await reopen();
    for (const when of ['at once', 'later']) {
      expect(rowsFor(after, 'is:aborted defect:late'), when).toEqual([2]);
      expect([rowsFor(after, ''), rowsFor(after, 'is:pending')], when).toEqual([[2], []]);
      await untilIndexed(folder, engine, 2);
    }
  });
});

describe('Rows (in memory)', () => {
  rowCases(async () => ({ store: createMemoryStore(), settled: async () => undefined }));
});
