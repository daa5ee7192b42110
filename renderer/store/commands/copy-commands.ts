import type { Shell } from '#shared/export/export-format.ts';
import { exchangeNow } from '../selectors.ts';
import { actedRows, shownRowId } from '../listing/shown-row.ts';
import { command, type Command, type Situation } from './command.ts';

/** What was no HTTP cannot be sent again. */
const hasSendable = ({ state }: Situation): boolean =>
  actedRows(state).some((id) => exchangeNow(state, id)?.outcome.state !== 'malformed');

const copying = (shell: Shell, withSecrets: boolean): Command =>
  command({
    group: 'exchange',
    isPossible: hasSendable,
    run: ({ actions, state, screen }) => actions.copyCommand(actedRows(state), shell, withSecrets, screen.copy),
  });

/** What is quickly taken along from an exchange. */
export const copyCommands = {
  'copy-curl': copying('posix', true),
  'copy-powershell': copying('powershell', true),
  'copy-curl-safely': copying('posix', false),
  'copy-address': command({
    group: 'exchange',
    isPossible: ({ state }) => shownRowId(state) !== null,
    run: ({ actions, state, screen }) => {
      const id = shownRowId(state);
      return id === null ? undefined : actions.copyAddress(id, screen.copy);
    },
  }),
};
