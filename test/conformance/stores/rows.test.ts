import { describe } from 'vitest';
import { createMemoryStore } from '../../renderer/memory-store.ts';
import { everyEngine } from './every-engine.ts';
import { rowCases } from './row-cases.ts';
import { untilIndexed } from './until-indexed.ts';

everyEngine('Rows', (open, engine) => {
  rowCases(async () => {
    const { store, folder } = await open();
    return { store, settled: (id) => untilIndexed(folder, engine, id) };
  });
});

describe('Rows (in memory)', () => {
  rowCases(async () => ({ store: createMemoryStore(), settled: async () => undefined }));
});
