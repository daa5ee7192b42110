import type { shelfCommands } from '#shared/contract/commands/shelf-commands.ts';
import { mostFilters, withItem, withoutItem } from '#shared/shelf/shelf.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';

export const answerShelfCommands = ({ bench: { shelf, world } }: CommandParts): Answering<typeof shelfCommands> => ({
  saveFilter: async ({ id = world.ids.uuid(), ...named }) => {
    await shelf.change((before) => {
      const filters = withItem(before.filters, { id, ...named });
      // More would make a file that is refused at the next start.
      if (filters.length > mostFilters) throw new HarnessError(fault('input.invalid', { problem: tooMany }));
      return { ...before, filters };
    });
    return { id };
  },
  removeFilter: async ({ id }) => {
    await shelf.change((before) => ({ ...before, filters: withoutItem(before.filters, id) }));
    return nothing;
  },
});

const tooMany = `There is no room for another saved filter: ${String(mostFilters)} are kept.`;
