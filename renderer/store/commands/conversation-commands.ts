import { menuKeys } from '#shared/contract/shell.ts';
import { voicesOf } from '../voices.ts';
import { shownChannel } from './channel-commands.ts';
import { command } from './command.ts';
import { goTo } from './go-commands.ts';

/** Of the conversation on screen. */
export const conversationCommands = {
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
