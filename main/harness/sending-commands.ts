import type { sendingCommands } from '#shared/contract/commands/sending-commands.ts';
import type { Answering, CommandParts } from './command-parts.ts';
import { sendRequest } from './send-request.ts';

export const answerSendingCommands = ({ bench }: CommandParts): Answering<typeof sendingCommands> => ({
  sendRequest: (input) => sendRequest(input, bench),
});
