import type { CommandInput } from '#shared/contract/harness.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import type { Bench } from './bench.ts';
import { openChannel } from './open-channel.ts';

/** A channel once more, under another name: with every environment, its secrets, rules and defects, and nothing remembered. */
export const duplicateChannel = async (
  { channelId, name }: CommandInput<'duplicateChannel'>,
  { channels, world, stamp }: Bench,
): Promise<string> => {
  const { stored, platform, environments } = channels.byId(channelId);
  const id = world.ids.uuid();
  const copy = openChannel({
    identity: { ...stored, id, name },
    platform,
    environments: environments.map((each) => ({
      ...each,
      settings: { ...each.settings, ...platform.renewed?.(each, stamp()) },
      memory: createMemory(),
    })),
  });
  await channels.insert(copy);
  return id;
};
