import { menuKeys } from '#shared/contract/shell.ts';
import { actedRows } from '../listing/shown-row.ts';
import { command } from './command.ts';

/** Of files: what is made of the traffic, and what is made traffic of. */
export const fileCommands = {
  'open-file': command({
    group: 'files',
    keys: menuKeys['open-file'],
    run: ({ screen }) => screen.files.pick('open'),
  }),
  'import-traffic': command({
    group: 'files',
    isForBenchOnly: true,
    keys: menuKeys['import-traffic'],
    run: ({ screen }) => screen.files.pick('import'),
  }),
  'export-traffic': command({
    group: 'files',
    keys: menuKeys['export-traffic'],
    isPossible: ({ state }) => (state.session?.exchangeCount ?? 0) > 0,
    run: ({ actions }) => actions.showDialog({ kind: 'export' }),
  }),
  'close-bundle': command({
    group: 'files',
    isPossible: ({ state }) => state.view.isInFront,
    run: ({ actions }) => actions.closeBundle(),
  }),
  'import-opened': command({
    group: 'files',
    isPossible: ({ state }) => state.view.isInFront,
    run: ({ actions }) => actions.importOpened(),
  }),
  'export-exchange': command({
    group: 'exchange',
    isPossible: ({ state }) => actedRows(state).length > 0,
    run: ({ actions }) => actions.showDialog({ kind: 'export', subject: 'chosen' }),
  }),
};
