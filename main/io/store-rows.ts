import type { FoundRows, RowSearch, RowStore } from '#main/harness/row-store.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { SqlStatement } from './sqlite.ts';
import type { StoreDatabase } from './store-database.ts';
import type { Hidden } from './store-hidden.ts';
import type { RecordReader } from './store-records.ts';
import { checkRow } from './store-row-check.ts';
import { summaryOf, type SummaryRow } from './store-row.ts';
import type { Waiting } from './store-waiting.ts';

/** Rows looked at between two looks at the clock. */
const rowsAtOnce = 64;

/** Finds the rows of the traffic, newest first, in steps of bounded time. */
export class StoreRows {
  readonly #waiting: Waiting;
  readonly #hidden: Hidden;
  readonly #records: RecordReader;
  readonly #page: SqlStatement;

  constructor({ prepare }: StoreDatabase, waiting: Waiting, hidden: Hidden, records: RecordReader) {
    this.#waiting = waiting;
    this.#hidden = hidden;
    this.#records = records;
    this.#page = prepare('SELECT id, summary FROM exchanges WHERE id < ? AND id > ? ORDER BY id DESC LIMIT ?');
  }

  readonly find: RowStore['findRows'] = ({ budget, before = Number.MAX_SAFE_INTEGER, ...search }): FoundRows => {
    const until = performance.now() + budget;
    const ids: number[] = [];
    const conversationIds: string[] = [];
    let below = before;
    for (;;) {
      const rows = this.#rowsBelow(below);
      for (const summary of rows) {
        if (!checkRow(summary, search, this.#records)) continue;
        ids.push(summary.id);
        conversationIds.push(summary.conversationId ?? '');
      }
      if (rows.length < rowsAtOnce) return { ids, conversationIds, nextBefore: null };
      below = rows.at(-1)?.id ?? 0;
      if (performance.now() > until) return { ids, conversationIds, nextBefore: below };
    }
  };

  readonly match: RowStore['matchRows'] = ({ ids, ...search }: RowSearch & { readonly ids: readonly number[] }) =>
    this.read(ids)
      .filter((summary) => checkRow(summary, search, this.#records))
      .map((each) => each.id);

  readonly read = (ids: readonly number[]): readonly ExchangeSummary[] =>
    ids.flatMap((id) => this.#records.summary(id) ?? []);

  readonly #rowsBelow = (before: number): readonly ExchangeSummary[] => {
    const kept = this.#page.all(before, this.#hidden.upTo, rowsAtOnce) as SummaryRow[];
    const waiting = [...this.#waiting.rows.values()].filter(({ id }) => id < before && !this.#hidden.has(id));
    const byId = new Map<number, SummaryRow>([...kept, ...waiting].map((each) => [each.id, each]));
    return [...byId.values()]
      .toSorted((one, other) => other.id - one.id)
      .slice(0, rowsAtOnce)
      .map(summaryOf);
  };
}
