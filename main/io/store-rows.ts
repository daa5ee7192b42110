import type { FoundRows, RowStore } from '#main/harness/row-store.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { VerdictState } from '#shared/trust/verdict.ts';
import type { SqlStatement } from './sqlite.ts';
import type { StoreDatabase } from './store-database.ts';
import { planOf } from './store-filter.ts';
import type { Hidden } from './store-hidden.ts';
import type { StoreIndex } from './store-index.ts';
import type { Stretch } from './store-indexed-rows.ts';
import type { RecordReader } from './store-records.ts';
import { checkRow } from './store-row-check.ts';
import { RowStretch } from './store-row-stretch.ts';
import type { Waiting } from './store-waiting.ts';

/** Rows in one answer. */
const mostRows = 50_000;

type Ends = { readonly oldest: number | null; readonly newest: number | null };

/** Finds the rows of the traffic, newest first, in steps of bounded time. */
export class StoreRows {
  readonly #waiting: Waiting;
  readonly #hidden: Hidden;
  readonly #index: StoreIndex;
  readonly #records: RecordReader;
  readonly #stretch: RowStretch;
  readonly #ends: SqlStatement;

  constructor(database: StoreDatabase, waiting: Waiting, hidden: Hidden, index: StoreIndex, records: RecordReader) {
    this.#waiting = waiting;
    this.#hidden = hidden;
    this.#index = index;
    this.#records = records;
    this.#stretch = new RowStretch(database, waiting, index, records);
    this.#ends = database.prepare(
      'SELECT (SELECT min(id) FROM exchanges) AS oldest, (SELECT max(id) FROM exchanges) AS newest',
    );
  }

  readonly find: RowStore['findRows'] = ({
    budget,
    before: asked = Infinity,
    isGrouped = false,
    ...wanted
  }): FoundRows => {
    const until = performance.now() + budget;
    const search = { ...wanted, isGrouped, until, plan: planOf(wanted.filter, wanted.search) };
    const whole = this.#inSight(asked);
    let ids: readonly number[] = [];
    let conversationIds: readonly string[] = [];
    let verdicts: readonly VerdictState[] = [];
    let { before } = whole;
    while (before > whole.from) {
      const unindexedFrom = Math.max(whole.from, this.#index.facetsUpTo + 1);
      const limit = mostRows - ids.length;
      const found =
        before > unindexedFrom
          ? this.#stretch.unindexed({ from: unindexedFrom, before }, { ...search, limit })
          : this.#stretch.indexed({ from: whole.from, before }, { ...search, limit });
      ids = joined(ids, found.ids);
      conversationIds = joined(conversationIds, found.conversationIds);
      verdicts = joined(verdicts, found.verdicts);
      before = found.from;
      if (performance.now() > until || ids.length >= mostRows) break;
    }
    return { ids, conversationIds, verdicts, nextBefore: before > whole.from ? before : null };
  };

  readonly match: RowStore['matchRows'] = ({ ids, ...search }) =>
    this.read(ids)
      .filter((summary) => checkRow(summary, search, this.#records))
      .map((each) => each.id);

  readonly read = (ids: readonly number[]): readonly ExchangeSummary[] =>
    ids.flatMap((id) => this.#records.summary(id) ?? []);

  /** All that there is below an id. */
  readonly #inSight = (asked: number): Stretch => {
    const { oldest, newest } = this.#ends.get() as Ends;
    const waiting = [...this.#waiting.rows.keys()];
    const lowest = waiting.reduce((least, id) => Math.min(least, id), oldest ?? Infinity);
    const highest = waiting.reduce((most, id) => Math.max(most, id), newest ?? 0);
    return { from: Math.max(this.#hidden.upTo + 1, lowest), before: Math.min(asked, highest + 1) };
  };
}

/** The first stretch, which is nearly always all, is not copied. */
const joined = <Each>(before: readonly Each[], more: readonly Each[]): readonly Each[] =>
  before.length === 0 ? more : [...before, ...more];
