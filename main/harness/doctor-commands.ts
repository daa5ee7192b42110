import type { doctorCommands } from '#shared/contract/commands/doctor-commands.ts';
import type { Answering, CommandParts } from './command-parts.ts';
import { examineChannel } from './doctor.ts';

export const answerDoctorCommands = (parts: CommandParts): Answering<typeof doctorCommands> => ({
  checkChannel: async ({ channelId }) => ({ checks: await examineChannel(channelId, parts) }),
});
