import type { SqlStatement } from './sqlite.ts';
import type { StoreDatabase } from './store-database.ts';

/** How many and how much is kept. */
export type Totals = {
  readonly newestId: number;
  /** What a late answer must not bring back. */
  readonly removedUpTo: number;
  readonly exchanges: number;
  readonly bodyBytes: number;
};

/** The row may be so many exchanges behind: writing it with every commit costs a page of the log, and opening counts so many in milliseconds. */
const countedOnOpening = 1000;

/**
 * The row of totals. It counts the exchanges up to its newest id, exactly, at every moment a crash may come: who changes one of those
 * writes the row in the same transaction, and what is newer is counted on opening.
 */
export class TotalsRow {
  readonly #read: SqlStatement;
  readonly #countAfter: SqlStatement;
  readonly #put: SqlStatement;
  /** Never less than what is in the file; more after a commit that failed, which costs nothing but a write. */
  #countedUpTo = 0;

  constructor({ prepare }: StoreDatabase) {
    this.#read = prepare(
      'SELECT newest_id AS newestId, removed_up_to AS removedUpTo, exchanges, body_bytes AS bodyBytes FROM totals',
    );
    this.#countAfter = prepare(
      `SELECT coalesce(max(id), 0) AS newestId, count(*) AS exchanges,
         coalesce(sum(request_bytes + coalesce(response_bytes, 0)), 0) AS bodyBytes
       FROM exchanges WHERE id > ?`,
    );
    this.#put = prepare('UPDATE totals SET newest_id = ?, removed_up_to = ?, exchanges = ?, body_bytes = ?');
  }

  readonly read = (): Totals => {
    const counted = this.#read.get() as Totals;
    const newer = this.#countAfter.get(counted.newestId) as Omit<Totals, 'removedUpTo'>;
    this.#countedUpTo = counted.newestId;
    return {
      newestId: Math.max(counted.newestId, newer.newestId),
      removedUpTo: counted.removedUpTo,
      exchanges: counted.exchanges + newer.exchanges,
      bodyBytes: counted.bodyBytes + newer.bodyBytes,
    };
  };

  /** Belongs in the transaction that changes exchanges; `oldestId`: the oldest of those. */
  readonly keepUp = (totals: Totals, oldestId: number): void => {
    const isDue = oldestId <= this.#countedUpTo || totals.newestId - this.#countedUpTo >= countedOnOpening;
    if (!isDue) return;
    this.#put.run(totals.newestId, totals.removedUpTo, totals.exchanges, totals.bodyBytes);
    this.#countedUpTo = totals.newestId;
  };
}
