import { menuKeys } from '#shared/contract/shell.ts';
import { command } from './command.ts';
import { goTo } from './go-commands.ts';

/** Of the traffic list. */
export const trafficCommands = {
  'search-traffic': command({
    group: 'traffic',
    keys: menuKeys['search-traffic'],
    run: (bench) => goTo(bench, 'traffic', ['#traffic-search']),
  }),
  'clear-traffic': command({
    group: 'traffic',
    isForBenchOnly: true,
    keys: menuKeys['clear-traffic'],
    isPossible: ({ state }) => (state.session?.exchangeCount ?? 0) > 0,
    // What was pinned was meant to stay: that is asked about.
    run: ({ actions, state }) =>
      state.session?.marks.some(({ isPinned }) => isPinned)
        ? actions.showDialog({ kind: 'clear-traffic' })
        : actions.clearTraffic(),
  }),
};
