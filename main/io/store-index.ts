import { indexedBytes, indexedText } from '#shared/query/searched-text.ts';
import type { StoreDatabase } from './store-database.ts';
import { bodyKey, exchangeOf, type SearchedRow } from './store-row.ts';

/** How long one slice may hold up the event loop, in milliseconds. */
const sliceTime = 8;
/** Rows looked at between two looks at the clock. */
const rowsAtOnce = 16;
/** The index waits until nothing was committed for so long, in milliseconds: requests go first. */
const quietTime = 100;

/** Builds the index of words behind the replies. What is to be done is in the file and not in memory: a place, and a few exceptions. */
export class WordIndex {
  readonly #database: StoreDatabase;
  readonly #statements: ReturnType<typeof prepareStatements>;
  readonly #onFailed: (error: unknown) => void;
  #upTo: number;
  #committedAt = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(database: StoreDatabase, onFailed: (error: unknown) => void) {
    this.#database = database;
    this.#onFailed = onFailed;
    this.#statements = prepareStatements(database);
    this.#upTo = (database.prepare('SELECT up_to AS upTo FROM indexed').get() as { readonly upTo: number }).upTo;
    this.#schedule(0);
  }

  get upTo(): number {
    return this.#upTo;
  }

  /** Something was committed: there is something to do, but not now. */
  readonly noteCommit = (): void => {
    this.#committedAt = performance.now();
    this.#schedule(quietTime);
  };

  readonly stop = (): void => {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  };

  readonly textOfRow = (row: SearchedRow): string =>
    indexedText({
      exchange: exchangeOf(row),
      request: row.request ?? this.#bodyOf(bodyKey(row.id, 'request')),
      response: row.response ?? this.#bodyOf(bodyKey(row.id, 'response')),
    });

  readonly #bodyOf = (key: number): Uint8Array | null =>
    (this.#statements.body.get(key) as { readonly bytes: Uint8Array } | undefined)?.bytes ?? null;

  readonly #schedule = (after: number): void => {
    this.#timer ??= setTimeout(this.#work, after).unref();
  };

  readonly #work = (): void => {
    this.#timer = null;
    const quietFor = performance.now() - this.#committedAt;
    if (quietFor < quietTime) {
      this.#schedule(quietTime - quietFor);
      return;
    }
    try {
      const { upTo, isDone } = this.#database.transact(this.#slice);
      this.#upTo = upTo;
      if (!isDone) this.#schedule(0);
    } catch (error) {
      // The next commit wakes it again; until it succeeds, searches look at the rows themselves.
      this.#onFailed(error);
    }
  };

  readonly #slice = (): { readonly upTo: number; readonly isDone: boolean } => {
    const { stale, freshened, next, reach } = this.#statements;
    const until = performance.now() + sliceTime;
    let upTo = this.#upTo;
    for (;;) {
      const changed = stale.all(rowsAtOnce) as SearchedRow[];
      for (const row of changed) {
        this.#index(row);
        freshened.run(row.id);
      }
      const rows = next.all(upTo, rowsAtOnce) as SearchedRow[];
      for (const row of rows) this.#index(row);
      upTo = rows.at(-1)?.id ?? upTo;
      const isDone = changed.length < rowsAtOnce && rows.length < rowsAtOnce;
      if (isDone || performance.now() > until) {
        if (upTo !== this.#upTo) reach.run(upTo);
        return { upTo, isDone };
      }
    }
  };

  readonly #index = (row: SearchedRow): void => {
    this.#statements.index.run(row.id, this.textOfRow(row));
  };
}

const prepareStatements = ({ prepare }: StoreDatabase) => ({
  body: prepare(`SELECT substr(bytes, 1, ${String(indexedBytes)}) AS bytes FROM bodies WHERE key = ?`),
  stale: prepare(
    'SELECT id, summary, detail, request, response FROM stale_words JOIN exchanges USING (id) ORDER BY id LIMIT ?',
  ),
  freshened: prepare('DELETE FROM stale_words WHERE id = ?'),
  next: prepare('SELECT id, summary, detail, request, response FROM exchanges WHERE id > ? ORDER BY id LIMIT ?'),
  index: prepare('INSERT OR REPLACE INTO exchange_words (rowid, words) VALUES (?, ?)'),
  reach: prepare('UPDATE indexed SET up_to = ?'),
});
