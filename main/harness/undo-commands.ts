import type { undoCommands } from '#shared/contract/commands/undo-commands.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';

export const answerUndoCommands = ({ bench }: CommandParts): Answering<typeof undoCommands> => ({
  undo: async ({ undoId }) => {
    await bench.removals.undo(undoId);
    return nothing;
  },
});
