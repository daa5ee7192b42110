import { menuKeys } from '#shared/contract/shell.ts';
import { command } from './command.ts';

/** Of Hookbench as a whole. */
export const benchCommands = {
  'show-palette': command({
    group: 'bench',
    keys: menuKeys['show-palette'],
    run: ({ actions }) => actions.showDialog({ kind: 'palette' }),
  }),
  'undo-removal': command({
    group: 'bench',
    isForBenchOnly: true,
    keys: menuKeys['undo-removal'],
    // In front of a sheet the button in the status bar is out of reach for the keyboard.
    isForDialogs: true,
    yieldsToFields: true,
    isPossible: ({ state }) => state.view.undoables.length > 0,
    run: ({ actions }) => actions.undoLast(),
  }),
  'examine-text': command({
    group: 'bench',
    isForBenchOnly: true,
    keys: menuKeys['examine-text'],
    run: ({ actions }) => actions.showDialog({ kind: 'examine-text' }),
  }),
  'show-settings': command({
    group: 'bench',
    isForBenchOnly: true,
    keys: menuKeys['show-settings'],
    run: ({ actions }) => actions.showDialog({ kind: 'settings' }),
  }),
  'show-shortcuts': command({
    group: 'bench',
    keys: menuKeys['show-shortcuts'],
    run: ({ actions }) => actions.showDialog({ kind: 'shortcuts' }),
  }),
  'start-listening': command({
    group: 'bench',
    isForBenchOnly: true,
    isPossible: ({ state }) => state.session?.listening.state === 'off',
    run: ({ actions, state }) => actions.listenOn(state.session?.settings.port ?? 0),
  }),
};
