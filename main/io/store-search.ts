import { indexedText } from '#shared/query/searched-text.ts';
import { hasWords } from '#shared/query/words.ts';
import type { StoreDatabase } from './store-database.ts';
import type { StoreIndex } from './store-index.ts';
import { pageOf } from './store-reader.ts';
import { exchangeOf, type ExchangeRow, type SearchedRow, type SummaryRow } from './store-row.ts';
import type { Waiting } from './store-waiting.ts';
import { queryOf } from './store-words.ts';

/** Rows read at a time from where the index has not come: their large bodies are read one by one. */
const rowsAtOnce = 100;

type Search = { readonly before?: number; readonly limit: number; readonly words: readonly string[] };

/** Finds exchanges by words: in the index, and in what the index has not seen, each in its own way and with the same result. */
export class StoreSearch {
  readonly #waiting: Waiting;
  readonly #index: StoreIndex;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: StoreDatabase, waiting: Waiting, index: StoreIndex) {
    this.#waiting = waiting;
    this.#index = index;
    this.#statements = prepareStatements(database);
  }

  readonly find = ({ before = Number.MAX_SAFE_INTEGER, limit, words }: Search) => {
    if (words.length === 0) return pageOf([], limit);
    const enough = limit + 1;
    const found = new Map<number, SummaryRow>();
    for (const row of this.#ofStale(before, words)) found.set(row.id, row);
    for (const row of this.#ofTail(before, enough, words)) found.set(row.id, row);
    const indexed = this.#statements.indexed.all(queryOf(words), Math.min(before, this.#index.upTo + 1), enough);
    for (const row of indexed as SummaryRow[]) found.set(row.id, row);
    for (const row of this.#waiting.rows.values()) {
      // What waits stands for what was kept under the same id.
      found.delete(row.id);
      if (row.id < before && hasWords(this.#textOfWaiting(row), words)) found.set(row.id, row);
    }
    return pageOf([...found.values()], limit);
  };

  /** Newest first, until there are enough. */
  readonly #ofTail = (before: number, enough: number, words: readonly string[]): readonly SummaryRow[] => {
    const found: SummaryRow[] = [];
    let below = before;
    while (found.length < enough) {
      const rows = this.#statements.tail.all(this.#index.upTo, below, rowsAtOnce) as SearchedRow[];
      found.push(...rows.filter((each) => hasWords(this.#index.textOfRow(each), words)));
      below = rows.at(-1)?.id ?? 0;
      if (rows.length < rowsAtOnce) break;
    }
    return found;
  };

  readonly #ofStale = (before: number, words: readonly string[]): readonly SummaryRow[] =>
    (this.#statements.stale.all(before) as SearchedRow[]).filter((each) =>
      hasWords(this.#index.textOfRow(each), words),
    );

  readonly #textOfWaiting = (row: ExchangeRow): string =>
    indexedText({ exchange: exchangeOf(row), request: row.request ?? null, response: row.response });
}

const prepareStatements = ({ prepare }: StoreDatabase) => ({
  indexed: prepare(
    `SELECT id, summary FROM exchange_words JOIN exchanges ON id = exchange_words.rowid
     WHERE exchange_words MATCH ? AND exchange_words.rowid < ? AND id NOT IN (SELECT id FROM stale_words)
     ORDER BY exchange_words.rowid DESC LIMIT ?`,
  ),
  stale: prepare(
    'SELECT id, summary, detail, request, response FROM stale_words JOIN exchanges USING (id) WHERE id < ?',
  ),
  tail: prepare(
    'SELECT id, summary, detail, request, response FROM exchanges WHERE id > ? AND id < ? ORDER BY id DESC LIMIT ?',
  ),
});
