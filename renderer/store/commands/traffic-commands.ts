import { menuKeys } from '#shared/contract/shell.ts';
import { command } from './command.ts';
import { goTo } from './go-commands.ts';

/** Of the traffic list. */
export const trafficCommands = {
  'search-traffic': command({
    group: 'traffic',
    keys: menuKeys['search-traffic'],
    otherKeys: ['Mod+F'],
    run: (bench) => goTo(bench, 'traffic', ['#traffic-search']),
  }),
  'pause-traffic': command({
    group: 'traffic',
    isOn: ({ state }) => state.view.listing.pausedAt !== null,
    run: ({ actions, state }) => (state.view.listing.pausedAt === null ? actions.pauseRows() : actions.resumeRows()),
  }),
  'group-traffic': command({
    group: 'traffic',
    isOn: ({ state }) => state.view.listing.sought.isGrouped,
    run: ({ actions, state }) => actions.groupRows(!state.view.listing.sought.isGrouped),
  }),
  'fold-groups': command({
    group: 'traffic',
    isPossible: ({ state }) => state.view.listing.sought.isGrouped,
    run: ({ actions }) => actions.foldAll(true),
  }),
  'open-groups': command({
    group: 'traffic',
    isPossible: ({ state }) => state.view.listing.sought.isGrouped,
    run: ({ actions }) => actions.foldAll(false),
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
