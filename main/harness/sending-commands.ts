import type { sendingCommands } from '#shared/contract/commands/sending-commands.ts';
import { Bursts } from './bursts.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';
import { sendRequest } from './send-request.ts';

export const answerSendingCommands = ({ bench, log }: CommandParts): Answering<typeof sendingCommands> => {
  const bursts = new Bursts(bench, log.publish);
  return {
    sendRequest: (input) => sendRequest(input, bench),
    startBurst: bursts.start,
    cancelBurst: async ({ burstId }) => {
      bursts.cancel(burstId);
      return nothing;
    },
  };
};
