import { audienceIdOf, messagesForAudience, wireForAudience } from '#shared/audience/for-audience.ts';
import type { audienceCommands } from '#shared/contract/commands/audience-commands.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { mostNotes } from '#shared/shelf/presenter-notes.ts';
import { withItem, withoutItem } from '#shared/shelf/shelf.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';
import { exportedExchange } from './export-source.ts';

/** As many messages as a demonstration can show. */
const longestRecording = 1000;

export const answerAudienceCommands = ({ bench }: CommandParts): Answering<typeof audienceCommands> => {
  const { exchanges } = bench.world;
  return {
    readRecording: async ({ conversationId }) => {
      const conversation = exchanges.readConversation(conversationId);
      const channel = conversation && bench.channels.find(conversation.channelId)?.stored;
      if (!conversation || !channel) throw new HarnessError(fault('conversation.unknown', { id: conversationId }));
      const { messages } = exchanges.listMessages({ conversationId, limit: longestRecording });
      const told = { conversation, channel, messages: messages.toReversed(), traces: new Map() };
      return { messages: messagesForAudience(told, bench.channels.namedSecrets) };
    },
    readShownWire: async ({ exchangeId }) => {
      const asked = exchanges.read(exchangeId);
      const found = asked && exportedExchange(audienceIdOf(asked.summary), exchanges);
      if (!found) throw new HarnessError(fault('exchange.unknown', { id: exchangeId }));
      return wireForAudience(found, bench.channels.namedSecrets);
    },
    keepPresenterNotes: async ({ conversationId, text }) => {
      const id = conversationId;
      await bench.shelf.change((before) => ({
        ...before,
        notes: (text === '' ? withoutItem(before.notes, id) : withItem(before.notes, { id, text })).slice(-mostNotes),
      }));
      return nothing;
    },
  };
};
