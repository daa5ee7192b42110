import type { StoreDatabase } from './store-database.ts';
import { summaryText } from './store-pack.ts';
import { summaryOf, type SummaryRow } from './store-row.ts';

export const interruptedNote = 'Hookbench stopped before this exchange was complete: what became of it is not known.';

/** Exchanges that were pending when the process ended will never be answered by it: they are shown as what they are. */
export const closeInterrupted = (database: StoreDatabase): void => {
  const pending = database.prepare('SELECT id, summary FROM exchanges WHERE is_pending = 1').all() as SummaryRow[];
  if (pending.length === 0) return;
  const update = database.prepare('UPDATE exchanges SET is_pending = 0, summary = ? WHERE id = ?');
  database.transact(() => {
    for (const row of pending) {
      const summary = { ...summaryOf(row), outcome: { state: 'aborted' }, note: interruptedNote } as const;
      update.run(summaryText(summary), row.id);
    }
  });
};
