import { join } from 'node:path';
import { Type } from 'typebox';
import type { ChannelFile, StoredChannel } from '#main/harness/world.ts';
import { PlayedEnds } from '#shared/channel/channel.ts';
import { BenchSettings } from '#shared/session/state.ts';
import { readJsonFile } from './read-json-file.ts';
import { writeFileInOneStep } from './write-file.ts';

const Content = Type.Object({
  channels: Type.Array(
    Type.Object({
      id: Type.String({ minLength: 1 }),
      name: Type.String(),
      platformId: Type.String(),
      plays: PlayedEnds,
      settings: Type.Record(Type.String(), Type.Unknown()),
      botId: Type.String(),
    }),
  ),
  settings: Type.Partial(BenchSettings),
});

/** The channels and the settings of a data folder, as a file that a person can read. Secrets are not in it. */
export const createChannelFile = (folder: string): ChannelFile => {
  const file = join(folder, 'channels.json');
  return {
    read: async () => {
      const content = await readJsonFile(file, Content);
      return content && { settings: content.settings, channels: content.channels as readonly StoredChannel[] };
    },
    write: (content) => writeFileInOneStep(file, `${JSON.stringify(content, null, 2)}\n`),
  };
};
