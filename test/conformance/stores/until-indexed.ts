import { setTimeout as pause } from 'node:timers/promises';
import type { SqliteEngine } from '#main/io/sqlite.ts';
import { DatabaseView } from './database-view.ts';

/** Resolves when everything up to this exchange has been through the index. */
export const untilIndexed = async (folder: string, engine: SqliteEngine, id: number): Promise<void> => {
  const view = new DatabaseView(folder, engine);
  while (view.number('SELECT facets_up_to FROM indexed') < id || view.number('SELECT count(*) FROM stale_words') > 0)
    await pause(20);
  view.close();
};
