import { menuKeys } from '#shared/contract/shell.ts';
import { actedRows } from '../listing/shown-row.ts';
import { command } from './command.ts';

/** Of files: what is made of the traffic. */
export const fileCommands = {
  'export-traffic': command({
    group: 'files',
    keys: menuKeys['export-traffic'],
    isPossible: ({ state }) => (state.session?.exchangeCount ?? 0) > 0,
    run: ({ actions }) => actions.showDialog({ kind: 'export' }),
  }),
  'export-exchange': command({
    group: 'exchange',
    isPossible: ({ state }) => actedRows(state).length > 0,
    run: ({ actions }) => actions.showDialog({ kind: 'export', subject: 'chosen' }),
  }),
};
