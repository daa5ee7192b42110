import type { shelfCommands } from '#shared/contract/commands/shelf-commands.ts';
import { withItem, withoutItem } from '#shared/shelf/shelf.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';

export const answerShelfCommands = ({ bench: { shelf, world } }: CommandParts): Answering<typeof shelfCommands> => ({
  saveFilter: async ({ id = world.ids.uuid(), ...named }) => {
    await shelf.change((before) => ({ ...before, filters: withItem(before.filters, { id, ...named }) }));
    return { id };
  },
  removeFilter: async ({ id }) => {
    await shelf.change((before) => ({ ...before, filters: withoutItem(before.filters, id) }));
    return nothing;
  },
});
