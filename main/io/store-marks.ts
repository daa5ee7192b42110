import { isUnmarked, type Mark } from '#shared/exchange/mark.ts';
import type { SqlStatement } from './sqlite.ts';
import type { StoreDatabase } from './store-database.ts';

type MarkRow = { readonly id: number; readonly mark: string };

/** What people have put on exchanges. It is removed with them by the writer. */
export class MarkTable {
  readonly #database: StoreDatabase;
  readonly #list: SqlStatement;
  readonly #put: SqlStatement;
  readonly #remove: SqlStatement;

  constructor(database: StoreDatabase) {
    this.#database = database;
    this.#list = database.prepare('SELECT exchange_id AS id, mark FROM marks ORDER BY exchange_id');
    this.#put = database.prepare(
      'INSERT INTO marks (exchange_id, mark) VALUES (?, ?) ON CONFLICT (exchange_id) DO UPDATE SET mark = excluded.mark',
    );
    this.#remove = database.prepare('DELETE FROM marks WHERE exchange_id = ?');
  }

  readonly list = (): readonly Mark[] =>
    (this.#list.all() as MarkRow[]).map(({ id, mark }) => ({
      ...(JSON.parse(mark) as Omit<Mark, 'exchangeId'>),
      exchangeId: id,
    }));

  readonly keep = (marks: readonly Mark[]): void => {
    this.#database.transact(() => {
      for (const mark of marks) {
        const { exchangeId, ...said } = mark;
        if (isUnmarked(mark)) this.#remove.run(exchangeId);
        else this.#put.run(exchangeId, JSON.stringify(said));
      }
    });
  };
}
