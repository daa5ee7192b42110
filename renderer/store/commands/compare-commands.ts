import type { Compared } from '../store.ts';
import { command } from './command.ts';
import { actedRows } from '../listing/shown-row.ts';
import { shownExchange } from './exchange-commands.ts';

const exchange = (exchangeId: number): Compared => ({ exchangeId, messageId: null });

/** Of exchanges beside each other. */
export const compareCommands = {
  'compare-exchanges': command({
    group: 'exchange',
    keys: 'Alt+C',
    isPossible: ({ state }) => [1, 2].includes(actedRows(state).length),
    run: ({ actions, state }) => {
      const [one, other] = actedRows(state).toSorted((first, second) => first - second);
      if (one === undefined) return;
      actions.showDialog({ kind: 'compare', one: exchange(one), other: other === undefined ? null : exchange(other) });
    },
  }),
  'compare-with-original': command({
    group: 'exchange',
    isPossible: ({ state }) => typeof shownExchange(state)?.replayOf === 'number',
    run: ({ actions, state }) => {
      const shown = shownExchange(state);
      if (typeof shown?.replayOf !== 'number') return;
      actions.showDialog({ kind: 'compare', one: exchange(shown.replayOf), other: exchange(shown.id) });
    },
  }),
};
