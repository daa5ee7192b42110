import { command } from './command.ts';
import { shownExchange } from './exchange-commands.ts';

/** Of requests that are written by hand. */
export const requestCommands = {
  'edit-request': command({
    group: 'exchange',
    keys: 'Alt+R',
    isForBenchOnly: true,
    isPossible: ({ state }) => {
      const exchange = shownExchange(state);
      return exchange !== null && exchange.outcome.state !== 'malformed';
    },
    run: ({ actions, state }) => {
      const exchange = shownExchange(state);
      return exchange && actions.editRequest({ kind: 'exchange', id: exchange.id });
    },
  }),
  'save-exchange': command({
    group: 'exchange',
    isForBenchOnly: true,
    isPossible: ({ state }) => {
      const exchange = shownExchange(state);
      return exchange !== null && exchange.outcome.state !== 'malformed';
    },
    run: ({ actions, state }) => {
      const exchange = shownExchange(state);
      if (exchange) actions.showDialog({ kind: 'save-payload', exchangeId: exchange.id });
    },
  }),
  'new-request': command({
    group: 'traffic',
    isForBenchOnly: true,
    run: ({ actions }) => actions.editRequest({ kind: 'nothing' }),
  }),
  'paste-request': command({
    group: 'traffic',
    isForBenchOnly: true,
    run: ({ actions }) => actions.showDialog({ kind: 'paste-request' }),
  }),
};
