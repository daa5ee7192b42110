import type { Harness } from '#shared/contract/harness.ts';
import { answerAudienceCommands } from './audience-commands.ts';
import { answerBenchCommands } from './bench-commands.ts';
import { answerBotCommands } from './bot-commands.ts';
import { answerChannelCommands } from './channel-commands.ts';
import type { CommandParts } from './command-parts.ts';
import { answerConversationCommands } from './conversation-commands.ts';
import { answerDoctorCommands } from './doctor-commands.ts';
import { answerEnvironmentCommands } from './environment-commands.ts';
import { answerExchangeCommands } from './exchange-commands.ts';
import { answerPayloadCommands } from './payload-commands.ts';
import { answerSendingCommands } from './sending-commands.ts';
import { answerExportCommands } from './export-commands.ts';
import { answerRowCommands } from './row-commands.ts';
import { answerShelfCommands } from './shelf-commands.ts';
import { answerTrustCommands } from './trust-commands.ts';
import { answerUndoCommands } from './undo-commands.ts';

/** Every command of the contract: a file for each subject, as in the contract. */
export const commandsOf = (parts: CommandParts): Harness => ({
  subscribe: parts.log.watch,
  ...answerAudienceCommands(parts),
  ...answerBenchCommands(parts),
  ...answerBotCommands(parts),
  ...answerChannelCommands(parts),
  ...answerDoctorCommands(parts),
  ...answerEnvironmentCommands(parts),
  ...answerConversationCommands(parts),
  ...answerExchangeCommands(parts),
  ...answerExportCommands(parts),
  ...answerRowCommands(parts),
  ...answerTrustCommands(parts),
  ...answerSendingCommands(parts),
  ...answerPayloadCommands(parts),
  ...answerShelfCommands(parts),
  ...answerUndoCommands(parts),
});
