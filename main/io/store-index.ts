import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { facetsOf, isRow } from '#shared/query/facets.ts';
import { indexedBytes, indexedText } from '#shared/query/searched-text.ts';
import type { StoreDatabase } from './store-database.ts';
import { FacetTable } from './store-facets.ts';
import { bodyKey, exchangeOf, summaryOf, type SearchedRow, type SummaryRow } from './store-row.ts';

/** How long one slice may hold up the event loop, in milliseconds. */
const sliceTime = 8;
/** Rows looked at between two looks at the clock. */
const rowsAtOnce = 16;
/** The index waits until nothing was committed for so long, in milliseconds: requests go first. */
const quietTime = 100;

/** Where the index has come to: `facetsUpTo` is behind in a file that was indexed before there were facets. */
type Reach = { readonly upTo: number; readonly facetsUpTo: number };

/** Builds the index of words and facets behind the replies. What is to be done is in the file and not in memory: a place, and a few exceptions. */
export class StoreIndex {
  readonly #database: StoreDatabase;
  readonly #facets: FacetTable;
  readonly #statements: ReturnType<typeof prepareStatements>;
  readonly #onFailed: (error: unknown) => void;
  #reach: Reach;
  #generation = 0;
  #committedAt = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(database: StoreDatabase, onFailed: (error: unknown) => void) {
    this.#database = database;
    this.#onFailed = onFailed;
    this.#facets = new FacetTable(database);
    this.#statements = prepareStatements(database);
    this.#reach = database.prepare('SELECT up_to AS upTo, facets_up_to AS facetsUpTo FROM indexed').get() as Reach;
    this.#schedule(0);
  }

  get upTo(): number {
    return this.#reach.upTo;
  }

  /** Up to here facets and words are known, but of those that changed meanwhile. */
  get facetsUpTo(): number {
    return this.#reach.facetsUpTo;
  }

  /** Another one whenever something has gone through the index. */
  get generation(): number {
    return this.#generation;
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

  readonly #textOf = (row: SearchedRow): string =>
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
      const { reach, isDone } = this.#database.transact(this.#slice);
      this.#reach = reach;
      this.#generation += 1;
      if (!isDone) this.#schedule(0);
    } catch (error) {
      // The next commit wakes it again; until it succeeds, searches look at the rows themselves.
      this.#onFailed(error);
    }
  };

  readonly #slice = (): { readonly reach: Reach; readonly isDone: boolean } => {
    const until = performance.now() + sliceTime;
    let reach = this.#reach;
    for (;;) {
      const isFresh = this.#freshen() < rowsAtOnce;
      const next = reach.facetsUpTo < reach.upTo ? this.#catchUp(reach) : this.#goOn(reach);
      const isDone = isFresh && next === reach;
      reach = next;
      if (isDone || performance.now() > until) {
        if (reach !== this.#reach) this.#statements.reach.run(reach.upTo, reach.facetsUpTo);
        return { reach, isDone };
      }
    }
  };

  /** What changed after it went through; returns how many that were. */
  readonly #freshen = (): number => {
    const { stale, freshened } = this.#statements;
    const changed = stale.all(rowsAtOnce) as SearchedRow[];
    for (const row of changed) {
      this.#index(row);
      freshened.run(row.id);
    }
    return changed.length;
  };

  readonly #goOn = (reach: Reach): Reach => {
    const rows = this.#statements.next.all(reach.upTo, rowsAtOnce) as SearchedRow[];
    for (const row of rows) this.#index(row);
    const upTo = rows.at(-1)?.id;
    return upTo === undefined ? reach : { upTo, facetsUpTo: upTo };
  };

  /** The facets alone of what went through when there were none. */
  readonly #catchUp = ({ upTo, facetsUpTo }: Reach): Reach => {
    const rows = this.#statements.nextSummaries.all(facetsUpTo, upTo, rowsAtOnce) as SummaryRow[];
    for (const row of rows) this.#facet(summaryOf(row));
    return { upTo, facetsUpTo: rows.at(-1)?.id ?? upTo };
  };

  readonly #index = (row: SearchedRow): void => {
    this.#statements.index.run(row.id, this.#textOf(row));
    this.#facet(summaryOf(row));
  };

  readonly #facet = (summary: ExchangeSummary): void => {
    if (isRow(summary)) this.#facets.put(facetsOf(summary, this.#twinOf(summary)));
    else this.#facets.remove(summary.id);
  };

  readonly #twinOf = ({ twinId }: ExchangeSummary): ExchangeSummary | null => {
    const row = twinId === null ? undefined : (this.#statements.summary.get(twinId) as SummaryRow | undefined);
    return row ? summaryOf(row) : null;
  };
}

const prepareStatements = ({ prepare }: StoreDatabase) => ({
  body: prepare(`SELECT substr(bytes, 1, ${String(indexedBytes)}) AS bytes FROM bodies WHERE key = ?`),
  stale: prepare(
    'SELECT id, summary, detail, request, response FROM stale_words JOIN exchanges USING (id) ORDER BY id LIMIT ?',
  ),
  freshened: prepare('DELETE FROM stale_words WHERE id = ?'),
  next: prepare('SELECT id, summary, detail, request, response FROM exchanges WHERE id > ? ORDER BY id LIMIT ?'),
  nextSummaries: prepare('SELECT id, summary FROM exchanges WHERE id > ? AND id <= ? ORDER BY id LIMIT ?'),
  summary: prepare('SELECT id, summary FROM exchanges WHERE id = ?'),
  index: prepare('INSERT OR REPLACE INTO exchange_words (rowid, words) VALUES (?, ?)'),
  reach: prepare('UPDATE indexed SET up_to = ?, facets_up_to = ?'),
});
