import { exchangeNow } from '../selectors.ts';
import type { BenchState } from '../store.ts';
import { rowIdOf } from './lines.ts';

/** The row that shows the exchange that is selected, whichever twin that is; null where none is. */
export const shownRowId = (state: BenchState): number | null => {
  const { exchangeId, listing } = state.view;
  const exchange = exchangeNow(state, exchangeId);
  return exchange ? rowIdOf(exchange, listing.pairs) : exchangeId;
};

/** The rows that a command is for: those that are selected together, else the one that is shown. */
export const actedRows = (state: BenchState): readonly number[] => {
  const shown = shownRowId(state);
  const { ids } = state.view.chosen;
  if (ids.size > 1) return [...ids];
  return shown === null ? [] : [shown];
};
