import type { environmentCommands } from '#shared/contract/commands/environment-commands.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';
import {
  environmentOf,
  inEnvironment,
  withEnvironment,
  withEnvironmentAgain,
  withEnvironmentNamed,
  withoutEnvironment,
} from './environments.ts';

export const answerEnvironmentCommands = ({ bench }: CommandParts): Answering<typeof environmentCommands> => {
  const { channels, removals, world } = bench;
  return {
    addEnvironment: async ({ channelId, name }) => {
      const environmentId = world.ids.uuid();
      await channels.alter(channelId, (channel) => withEnvironment(channel, environmentId, name));
      return { environmentId };
    },
    renameEnvironment: async ({ channelId, environmentId, name }) => {
      await channels.alter(channelId, (channel) => withEnvironmentNamed(channel, environmentId, name));
      return nothing;
    },
    removeEnvironment: async ({ channelId, environmentId }) => {
      const { environments } = channels.byId(channelId);
      const gone = environmentOf(channels.byId(channelId), environmentId);
      const at = environments.indexOf(gone);
      await channels.alter(channelId, (channel) => withoutEnvironment(channel, environmentId));
      const bringBack = (): Promise<void> =>
        channels.alter(channelId, (channel) => withEnvironmentAgain(channel, gone, at));
      return {
        undoId: removals.add({ from: `environment ${environmentId}`, bringBack, end: async () => undefined }),
      };
    },
    switchEnvironment: async ({ channelId, environmentId }) => {
      await channels.alter(channelId, (channel) => inEnvironment(channel, environmentId));
      return nothing;
    },
  };
};
