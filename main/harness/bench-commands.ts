import type { benchCommands } from '#shared/contract/commands/bench-commands.ts';
import type { BenchSettings } from '#shared/session/state.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';

export const answerBenchCommands = ({
  bench: { channels, world },
  log,
  listener,
  settings,
}: CommandParts): Answering<typeof benchCommands> => {
  const changeSettings = async (changes: Partial<BenchSettings>): Promise<void> => {
    settings.current = { ...settings.current, ...changes };
    world.exchanges.configure(settings.current);
    log.publish({ type: 'settings-changed', settings: settings.current });
    await channels.save();
  };
  return {
    startListening: async ({ port }) => {
      const url = await listener.start(port);
      await changeSettings({ port });
      return { url };
    },
    stopListening: async () => {
      await listener.stop();
      return nothing;
    },
    changeSettings: async (changes) => {
      await changeSettings(changes);
      return nothing;
    },
  };
};
