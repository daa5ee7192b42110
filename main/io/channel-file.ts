import { join } from 'node:path';
import { Type, type Static } from 'typebox';
import type { ChannelFile, StoredChannel } from '#main/harness/world.ts';
import { Environment, firstEnvironment, PlayedEnds } from '#shared/channel/channel.ts';
import { ReplyRule } from '#shared/channel/reply-rule.ts';
import { BenchSettings } from '#shared/session/state.ts';
import { readJsonFile } from './read-json-file.ts';
import { writeFileInOneStep } from './write-file.ts';

const Values = Type.Object({ plays: PlayedEnds, settings: Type.Record(Type.String(), Type.Unknown()) });

const Content = Type.Object({
  channels: Type.Array(
    Type.Object({
      id: Type.String({ minLength: 1 }),
      name: Type.String(),
      platformId: Type.String(),
      plays: PlayedEnds,
      settings: Type.Record(Type.String(), Type.Unknown()),
      botId: Type.String(),
      // Absent where an older Hookbench wrote the file.
      defects: Type.Optional(Type.Array(Type.String())),
      replyRules: Type.Optional(Type.Array(ReplyRule)),
      environments: Type.Optional(
        Type.Array(Type.Object({ ...Environment.properties, values: Type.Union([Values, Type.Null()]) })),
      ),
      environmentId: Type.Optional(Type.String()),
    }),
  ),
  settings: Type.Partial(BenchSettings),
});

const onlyEnvironment = [{ ...firstEnvironment, values: null }];

const completed = (channel: Static<typeof Content>['channels'][number]) =>
  ({
    ...channel,
    defects: channel.defects ?? [],
    replyRules: channel.replyRules ?? [],
    environments: channel.environments ?? onlyEnvironment,
    environmentId: channel.environmentId ?? firstEnvironment.id,
  }) as StoredChannel;

/** The channels and the settings of a data folder, as a file that a person can read. Secrets are not in it. */
export const createChannelFile = (folder: string): ChannelFile => {
  const file = join(folder, 'channels.json');
  return {
    read: async () => {
      const content = await readJsonFile(file, Content);
      return content && { settings: content.settings, channels: content.channels.map(completed) };
    },
    write: (content) => writeFileInOneStep(file, `${JSON.stringify(content, null, 2)}\n`),
  };
};
