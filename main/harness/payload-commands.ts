import type { payloadCommands } from '#shared/contract/commands/payload-commands.ts';
import { withoutItem } from '#shared/shelf/shelf.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';
import { keepPayload, payloadById, payloadOfExchange, withoutOwnCredential } from './saved-payloads.ts';

export const answerPayloadCommands = ({ bench }: CommandParts): Answering<typeof payloadCommands> => {
  const { shelf, world, removals } = bench;
  return {
    savePayload: async ({ id = world.ids.uuid(), name, folder, ...request }) => {
      await keepPayload({ id, name, folder, ...withoutOwnCredential(request, bench) }, bench);
      return { id };
    },
    saveExchange: async ({ exchangeId, name, folder }) => {
      const id = world.ids.uuid();
      await keepPayload({ id, name, folder, ...payloadOfExchange(exchangeId, bench) }, bench);
      return { id };
    },
    readPayload: async ({ id }) => payloadById(id, shelf.current),
    movePayload: async ({ id, ...changes }) => {
      await shelf.change((before) => {
        payloadById(id, before);
        return {
          ...before,
          payloads: before.payloads.map((each) => (each.id === id ? { ...each, ...changes } : each)),
        };
      });
      return nothing;
    },
    removePayload: async ({ id }) => {
      const gone = payloadById(id, shelf.current);
      const at = shelf.current.payloads.indexOf(gone);
      await shelf.change((before) => ({ ...before, payloads: withoutItem(before.payloads, id) }));
      const bringBack = (): Promise<void> => keepPayload(gone, bench, at);
      return { undoId: removals.add({ from: `payload ${id}`, bringBack, end: async () => undefined }) };
    },
  };
};
