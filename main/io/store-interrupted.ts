import type { StoreDatabase } from './store-database.ts';
import { summaryText } from './store-pack.ts';
import { summaryOf, type SummaryRow } from './store-row.ts';

export const interruptedNote = 'Hookbench stopped before this exchange was complete: what became of it is not known.';

/** Exchanges that were pending when the process ended will never be answered by it: they are shown as what they are. */
export const closeInterrupted = (database: StoreDatabase): void => {
  const rows = database.prepare('SELECT id, summary FROM exchanges WHERE is_pending = 1').all() as SummaryRow[];
  if (rows.length === 0) return;
  const pending = rows.map(summaryOf);
  // While both are open only the received one knows the other.
  const receivedBy = new Map(pending.flatMap(({ id, twinId }) => (twinId === null ? [] : [[twinId, id] as const])));
  const update = database.prepare('UPDATE exchanges SET is_pending = 0, summary = ? WHERE id = ?');
  const markStale = database.prepare(
    'INSERT OR IGNORE INTO stale_words (id) SELECT id FROM exchanges, indexed WHERE id = ? AND id <= up_to',
  );
  database.transact(() => {
    for (const { twinId, ...summary } of pending) {
      const twin = twinId ?? receivedBy.get(summary.id) ?? null;
      const closed = { ...summary, twinId: twin, outcome: { state: 'aborted' }, note: interruptedNote } as const;
      update.run(summaryText(closed), summary.id);
      markStale.run(summary.id);
    }
  });
};
