import { allClosed, allOpened, isOpenable } from '../inspect/tree-moves.ts';
import type { ValueAt } from '../inspect/value-at.ts';
import { command, type Command } from './command.ts';

/** Of the value of a body that the keyboard is on. */
const ofValue = (
  keys: string | null,
  run: Command['run'],
  isPossible: (value: ValueAt) => boolean = () => true,
): Command =>
  command({
    group: 'exchange',
    keys,
    yieldsToFields: true,
    isPossible: ({ state }) => state.view.valueAt !== null && isPossible(state.view.valueAt),
    run,
  });

/** Of one value in a body that is looked at as a tree. */
export const valueCommands = {
  'copy-value': ofValue(null, ({ actions, screen }) => actions.copyOfValue('value', screen.copy)),
  'copy-key': ofValue(
    null,
    ({ actions, screen }) => actions.copyOfValue('key', screen.copy),
    ({ row }) => row.node.key !== null,
  ),
  'copy-pointer': ofValue('Alt+Shift+P', ({ actions, screen }) => actions.copyOfValue('pointer', screen.copy)),
  'copy-path': ofValue('Alt+Shift+J', ({ actions, screen }) => actions.copyOfValue('path', screen.copy)),
  'open-inside': ofValue(
    null,
    ({ actions, state: { view } }) =>
      view.valueAt && actions.changePlace(view.valueAt.key, { tree: allOpened(view.valueAt.row, view.valueAt.view) }),
    ({ row }) => isOpenable(row),
  ),
  'close-inside': ofValue(
    null,
    ({ actions, state: { view } }) =>
      view.valueAt && actions.changePlace(view.valueAt.key, { tree: allClosed(view.valueAt.row, view.valueAt.view) }),
    ({ row }) => isOpenable(row),
  ),
};
