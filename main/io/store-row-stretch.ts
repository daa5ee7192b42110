import type { RowSearch } from '#main/harness/row-store.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { passesRecord, searchedBytesOf } from '#shared/query/match.ts';
import type { VerdictState } from '#shared/trust/verdict.ts';
import type { Searched } from '#shared/query/searched-text.ts';
import type { SqlStatement } from './sqlite.ts';
import { Candidates } from './store-candidates.ts';
import type { StoreDatabase } from './store-database.ts';
import type { FilterPlan } from './store-filter.ts';
import type { StoreIndex } from './store-index.ts';
import { IndexedRowReader, type IndexedRows, type Stretch } from './store-indexed-rows.ts';
import type { RecordReader } from './store-records.ts';
import { checkRow } from './store-row-check.ts';
import { summaryOf, type SummaryRow } from './store-row.ts';
import type { Waiting } from './store-waiting.ts';

/** Rows that are looked at one by one before somebody looks at the clock. */
const checkedAtOnce = 64;
/** Records that are read ahead: of each body a megabyte may be looked at. */
const readAtOnce = 16;
/** Ids that SQL goes through at a time: some milliseconds. */
const scannedAtOnce = 25_000;
/** With words it begins anew each time, and goes only through those that have them. */
const matchedAtOnce = 100_000;

/** What is asked of a stretch: `until` is a time of the clock at which looking at single rows ends. */
export type StretchSearch = RowSearch & {
  readonly plan: FilterPlan;
  readonly limit: number;
  readonly isGrouped: boolean;
  readonly until: number;
};

/** What a row is sorted by: '' where it has no conversation. */
type Sorted = { readonly conversationId: string; readonly verdict: VerdictState };

const sortedOf = ({ conversationId, verdict }: ExchangeSummary): Sorted => ({
  conversationId: conversationId ?? '',
  verdict,
});

/** Finds the rows of a stretch of ids: from its newer end, and as far as is done at once. */
export class RowStretch {
  readonly #waiting: Waiting;
  readonly #records: RecordReader;
  readonly #indexed: IndexedRowReader;
  readonly #candidates: Candidates;
  readonly #page: SqlStatement;

  constructor(database: StoreDatabase, waiting: Waiting, index: StoreIndex, records: RecordReader) {
    this.#waiting = waiting;
    this.#records = records;
    this.#indexed = new IndexedRowReader(database);
    this.#candidates = new Candidates(this.#indexed, () => index.generation);
    this.#page = database.prepare(
      'SELECT id, summary FROM exchanges WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT ?',
    );
  }

  /** Where the index has been: it answers, and what it does not decide or what has changed meanwhile is looked at. */
  readonly indexed = ({ from, before }: Stretch, search: StretchSearch): IndexedRows => {
    const { plan, isGrouped, limit } = search;
    const size = plan.match === null ? scannedAtOnce : matchedAtOnce;
    const stretch = { from: Math.max(from, before - size), before };
    if (plan.needsCheck) return this.#looked(this.#candidates.in(plan, stretch), before, search);
    const found = this.#indexed.read(plan, stretch, limit, isGrouped);
    const changed = this.#changedIn({ from: found.from, before });
    if (changed.size === 0) return found;
    const places = new Map(found.ids.map((id, place) => [id, place]));
    return this.#checked(newestFirst([...found.ids, ...changed]), found.from, search, (id) => {
      const place = places.get(id) ?? -1;
      if (changed.has(id)) return this.#sortedIfFound(this.#records.summary(id), search);
      return {
        conversationId: found.conversationIds[place] ?? '',
        verdict: found.verdicts[place] ?? 'unchecked',
      };
    });
  };

  /** Every candidate's record, read ahead a few at a time. */
  readonly #looked = (
    { ids, from }: Pick<IndexedRows, 'ids' | 'from'>,
    before: number,
    search: StretchSearch,
  ): IndexedRows => {
    const changed = this.#changedIn({ from, before });
    const sure = ids.filter((id) => !changed.has(id));
    let ahead: ReadonlyMap<number, Searched> = new Map();
    let read = 0;
    return this.#checked(newestFirst([...sure, ...changed]), from, search, (id) => {
      if (changed.has(id)) return this.#sortedIfFound(this.#records.summary(id), search);
      if (read % readAtOnce === 0)
        ahead = this.#records.searchedAll(sure.slice(read, read + readAtOnce), searchedBytesOf(search.search));
      read += 1;
      const record = ahead.get(id);
      const passes = record && passesRecord(search.filter, record, search.search);
      return passes ? sortedOf(record.exchange.summary) : null;
    });
  };

  readonly #changedIn = (stretch: Stretch): ReadonlySet<number> =>
    new Set([...this.#indexed.staleIn(stretch), ...this.#waitingIn(stretch)]);

  /** Where the index has not been: every exchange is looked at. */
  readonly unindexed = (stretch: Stretch, search: StretchSearch): IndexedRows => {
    const kept = this.#page.all(stretch.from, stretch.before, checkedAtOnce) as SummaryRow[];
    const waiting = this.#waitingIn(stretch).slice(0, checkedAtOnce);
    const isFull = (rows: readonly unknown[]): boolean => rows.length === checkedAtOnce;
    const from = Math.max(
      isFull(kept) ? (kept.at(-1)?.id ?? stretch.from) : stretch.from,
      isFull(waiting) ? (waiting.at(-1) ?? stretch.from) : stretch.from,
    );
    const summaries = new Map(kept.map((each) => [each.id, each]));
    const candidates = newestFirst([...summaries.keys(), ...waiting]).filter((id) => id >= from);
    return this.#checked(candidates, from, search, (id) => {
      const row = this.#waiting.rows.get(id) ?? summaries.get(id);
      return this.#sortedIfFound(row ? summaryOf(row) : null, search);
    });
  };

  /** Those of the candidates that `find` finds; ends early when the time is over. */
  readonly #checked = (
    candidates: readonly number[],
    from: number,
    { until, isGrouped }: StretchSearch,
    find: (id: number) => Sorted | null,
  ): IndexedRows => {
    const ids: number[] = [];
    const conversationIds: string[] = [];
    const verdicts: VerdictState[] = [];
    for (const id of candidates) {
      const sorted = find(id);
      if (sorted) ids.push(id);
      if (sorted && isGrouped) {
        conversationIds.push(sorted.conversationId);
        verdicts.push(sorted.verdict);
      }
      if (performance.now() > until) return { ids, conversationIds, verdicts, from: id };
    }
    return { ids, conversationIds, verdicts, from };
  };

  /** Null: it is not found. */
  readonly #sortedIfFound = (summary: ExchangeSummary | null, search: RowSearch): Sorted | null =>
    summary && checkRow(summary, search, this.#records) ? sortedOf(summary) : null;

  /** Newest first. */
  readonly #waitingIn = ({ from, before }: Stretch): readonly number[] =>
    [...this.#waiting.rows.keys()].filter((id) => id >= from && id < before).toSorted((one, other) => other - one);
}

/** Each once. */
const newestFirst = (ids: readonly number[]): readonly number[] =>
  [...new Set(ids)].toSorted((one, other) => other - one);
