import type { RowSearch } from '#main/harness/row-store.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { facetsOf, isRow } from '#shared/query/facets.ts';
import { passes, searchedBytesOf } from '#shared/query/match.ts';
import type { Searched } from '#shared/query/searched-text.ts';
import type { RecordReader } from './store-records.ts';

/** Looks at one row itself, as the index would: for what the index has not seen, and for what it cannot decide. */
export const checkRow = (summary: ExchangeSummary, { filter, search }: RowSearch, records: RecordReader): boolean => {
  if (!isRow(summary)) return false;
  const twin = summary.twinId === null || filter.length === 0 ? null : records.summary(summary.twinId);
  const record = (): Searched => {
    const found = records.searched(summary.id, searchedBytesOf(search));
    if (!found) throw new Error(`Exchange #${String(summary.id)} has a summary and no record.`);
    return found;
  };
  return passes(filter, facetsOf(summary, twin), record, search);
};
