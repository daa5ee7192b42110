import type { trustCommands } from '#shared/contract/commands/trust-commands.ts';
import type { Answering, CommandParts } from './command-parts.ts';
import { examineRequest, mintFor } from './examine-request.ts';
import { sendToken } from './replay.ts';

export const answerTrustCommands = ({ bench }: CommandParts): Answering<typeof trustCommands> => ({
  examine: (input) => examineRequest(input, bench),
  mintToken: (input) => mintFor(input, bench),
  sendToken: (input) => sendToken(input, bench),
});
