import type { conversationCommands } from '#shared/contract/commands/conversation-commands.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';
import { say } from './say.ts';

/** In one answer of `readMessages`. */
const mostMessages = 1000;

export const answerConversationCommands = ({ bench }: CommandParts): Answering<typeof conversationCommands> => ({
  startConversation: async ({ channelId, userId }) => {
    const { platform, settings } = bench.channels.byId(channelId);
    const speaker = userId ?? platform.newUserId(bench.stamp(), settings);
    return { conversationId: bench.conversations.ofUser(channelId, speaker).id };
  },
  say: (input) => say(input, bench),
  answerTurn: async ({ exchangeId, texts }) => {
    bench.turns.answer(
      exchangeId,
      texts.map((text) => ({ kind: 'text', text })),
    );
    return nothing;
  },
  listMessages: async (page) => bench.world.exchanges.listMessages(page),
  readMessages: async ({ exchangeIds }) => ({ messages: bench.world.exchanges.messagesOf(exchangeIds, mostMessages) }),
});
