import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Searched } from '#shared/query/searched-text.ts';
import type { SqlStatement } from './sqlite.ts';
import type { StoreDatabase } from './store-database.ts';
import type { Hidden } from './store-hidden.ts';
import { bodyKey, exchangeOf, summaryOf, type SearchedRow, type SummaryRow } from './store-row.ts';
import type { Waiting } from './store-waiting.ts';

/** Single exchanges as a search looks at them: what waits in memory stands for what was kept under the same id. */
export class RecordReader {
  readonly #waiting: Waiting;
  readonly #hidden: Hidden;
  readonly #summary: SqlStatement;
  readonly #record: SqlStatement;
  readonly #records: SqlStatement;
  readonly #body: SqlStatement;

  constructor({ prepare }: StoreDatabase, waiting: Waiting, hidden: Hidden) {
    this.#waiting = waiting;
    this.#hidden = hidden;
    this.#summary = prepare('SELECT id, summary FROM exchanges WHERE id = ?');
    this.#record = prepare('SELECT id, summary, detail, request, response FROM exchanges WHERE id = ?');
    this.#records = prepare(
      'SELECT id, summary, detail, request, response FROM exchanges WHERE id IN (SELECT value FROM json_each(?))',
    );
    this.#body = prepare('SELECT substr(bytes, 1, ?) AS bytes FROM bodies WHERE key = ?');
  }

  readonly summary = (id: number): ExchangeSummary | null => {
    if (this.#hidden.has(id)) return null;
    const row = this.#waiting.rows.get(id) ?? (this.#summary.get(id) as SummaryRow | undefined);
    return row ? summaryOf(row) : null;
  };

  /** With so many bytes of each body at least, where there are so many. */
  readonly searched = (id: number, bytes: number): Searched | null => {
    const waiting = this.#waiting.rows.get(id);
    const kept = waiting?.request ? undefined : (this.#record.get(id) as SearchedRow | undefined);
    const row = waiting ?? kept;
    if (!row) return null;
    return {
      exchange: exchangeOf(row),
      request: waiting?.request ?? kept?.request ?? this.#bodyOf(bodyKey(id, 'request'), bytes),
      response: waiting ? waiting.response : (kept?.response ?? this.#bodyOf(bodyKey(id, 'response'), bytes)),
    };
  };

  /** The same for many that wait nowhere, at once. */
  readonly searchedAll = (ids: readonly number[], bytes: number): ReadonlyMap<number, Searched> => {
    const rows = this.#records.all(JSON.stringify(ids)) as SearchedRow[];
    return new Map(
      rows.map((row) => [
        row.id,
        {
          exchange: exchangeOf(row),
          request: row.request ?? this.#bodyOf(bodyKey(row.id, 'request'), bytes),
          response: row.response ?? this.#bodyOf(bodyKey(row.id, 'response'), bytes),
        },
      ]),
    );
  };

  readonly #bodyOf = (key: number, bytes: number): Uint8Array | null =>
    (this.#body.get(bytes, key) as { readonly bytes: Uint8Array } | undefined)?.bytes ?? null;
}
