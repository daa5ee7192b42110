import { menuKeys } from '#shared/contract/shell.ts';
import type { Conversation } from '#shared/channel/channel.ts';
import { currentConversation } from '../selectors.ts';
import { voicesOf } from '../voices.ts';
import { shownChannel } from './channel-commands.ts';
import { command, type Situation } from './command.ts';
import { goTo } from './go-commands.ts';

/** The conversation on screen; null where there is none. */
const shownConversation = (situation: Situation): Conversation | null => {
  const { session, view } = situation.state;
  const shown = shownChannel(situation);
  return shown && currentConversation(session?.conversations ?? [], shown.channel.id, view.remembered);
};

/** Of the conversation on screen. */
export const conversationCommands = {
  'demo-mode': command({
    group: 'conversation',
    keys: menuKeys['demo-mode'],
    isPossible: (situation) => shownConversation(situation) !== null,
    run: (bench) => {
      const conversation = shownConversation(bench);
      if (conversation) return bench.actions.openDemo(conversation.channelId, conversation.id);
      return undefined;
    },
  }),
  'new-conversation': command({
    group: 'conversation',
    isForBenchOnly: true,
    keys: menuKeys['new-conversation'],
    isPossible: (situation) => {
      const shown = shownChannel(situation);
      return shown !== null && voicesOf(shown.channel, shown.platform).length > 0;
    },
    run: (bench) => {
      const shown = shownChannel(bench);
      if (shown) void bench.actions.startConversation(shown.channel.id);
      goTo(bench, 'conversation');
    },
  }),
};
