import type { VerdictState } from '#shared/trust/verdict.ts';
import type { SqlValue } from './sqlite.ts';
import type { StoreDatabase } from './store-database.ts';
import type { FilterPlan } from './store-filter.ts';

/** Rows of a stretch of ids, newest first, from `from` on; `conversationIds` and `verdicts` are theirs where they were asked for. */
export type IndexedRows = {
  readonly ids: readonly number[];
  readonly conversationIds: readonly string[];
  readonly verdicts: readonly VerdictState[];
  /** The oldest id that was looked at. */
  readonly from: number;
};

export type Stretch = { readonly from: number; readonly before: number };

type Aggregated = { readonly ids: string; readonly conversations: string; readonly verdicts: string };

/** Asks the index for the rows of a plan. Of what has changed since it went through, it tells what it was. */
export class IndexedRowReader {
  readonly #prepare: StoreDatabase['prepare'];

  constructor({ prepare }: StoreDatabase) {
    this.#prepare = prepare;
  }

  /** Up to `limit` of them; where there are more, `from` is the oldest of those. */
  readonly read = (plan: FilterPlan, { from, before }: Stretch, limit: number, isGrouped: boolean): IndexedRows => {
    const { sql, values } = sqlOf(plan, { from, before }, limit, isGrouped);
    // As one text: an object for each row costs more than finding it.
    const found = this.#prepare(sql).get(...values) as Aggregated;
    const ids = JSON.parse(found.ids) as number[];
    const conversationIds = isGrouped ? (JSON.parse(found.conversations) as string[]) : [];
    const verdicts = isGrouped ? (JSON.parse(found.verdicts) as VerdictState[]) : [];
    return { ids, conversationIds, verdicts, from: ids.length < limit ? from : (ids.at(-1) ?? from) };
  };

  readonly staleIn = ({ from, before }: Stretch): readonly number[] =>
    (
      this.#prepare('SELECT id FROM stale_words WHERE id >= ? AND id < ?').all(from, before) as {
        readonly id: number;
      }[]
    ).map(({ id }) => id);
}

const groups = ', json_group_array(conversation) AS conversations, json_group_array(verdict) AS verdicts';

const sqlOf = (
  { where, values, match, without }: FilterPlan,
  { from, before }: Stretch,
  limit: number,
  isGrouped: boolean,
): { readonly sql: string; readonly values: readonly SqlValue[] } => {
  const words = 'SELECT rowid FROM exchange_words WHERE exchange_words MATCH ? AND rowid >= ? AND rowid < ?';
  const tables = match === null ? 'facets f' : 'exchange_words w JOIN facets f ON f.id = w.rowid';
  const ofWords = match === null ? '' : 'w.exchange_words MATCH ? AND w.rowid >= ? AND w.rowid < ? AND ';
  const lacking = without.map(() => ` AND f.id NOT IN (${words})`).join('');
  const rows = `SELECT f.id AS id${isGrouped ? ', f.conversation_id AS conversation, f.verdict AS verdict' : ''} FROM ${tables}
    WHERE ${ofWords}f.id >= ? AND f.id < ?${where}${lacking}
    ORDER BY ${match === null ? 'f.id' : 'w.rowid'} DESC LIMIT ?`;
  const stretch = [from, before];
  return {
    sql: `SELECT json_group_array(id) AS ids${isGrouped ? groups : ''} FROM (${rows})`,
    values: [
      ...(match === null ? [] : [match, ...stretch]),
      ...stretch,
      ...values,
      ...without.flatMap((each) => [each, ...stretch]),
      limit,
    ],
  };
};
