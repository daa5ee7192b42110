import { join } from 'node:path';
import type { SqlDatabase, SqliteEngine } from '#main/io/sqlite.ts';
import { storeFileName } from '#main/io/store-database.ts';

/** The file of a store as another program sees it. */
export class DatabaseView {
  readonly #database: SqlDatabase;

  constructor(folder: string, { DatabaseSync }: SqliteEngine) {
    this.#database = new DatabaseSync(join(folder, storeFileName));
  }

  readonly exec = (sql: string): void => this.#database.exec(sql);

  readonly number = (sql: string): number => Number(this.value(sql));

  readonly value = (sql: string): unknown => Object.values(this.#database.prepare(sql).get() as object)[0];

  readonly close = (): void => this.#database.close();
}
