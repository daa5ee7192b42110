import { firstEnvironment } from '#shared/channel/channel.ts';
import { exportedChannel, readExportedChannel, type ExportedChannel } from '#shared/channel/exported-channel.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { CommandOutput } from '#shared/contract/harness.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { platformOf } from '#shared/platforms/registry.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Bench } from './bench.ts';
import { issueBesidesSecrets, openChannel, type OpenChannel } from './open-channel.ts';

/** A channel as a file without its secrets. */
export const exportChannel = ({ stored, platform, environments }: OpenChannel): CommandOutput<'exportChannel'> => ({
  name: `${stored.name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '') || 'channel'}.channel.json`,
  text: `${JSON.stringify(exportedChannel({ ...stored, environments }, platform.settings), null, 2)}\n`,
});

/** The channel of such a file, added as a new one: all of it, or a sentence says why not. */
export const importChannel = async (
  text: string,
  { channels, world }: Pick<Bench, 'channels' | 'world'>,
): Promise<CommandOutput<'importChannel'>> => {
  const read = readExportedChannel(text);
  if (!read.ok) throw unreadable(read.problem);
  const { channel: file } = read;
  const platform = platformOf(file.platformId);
  if (!platform) throw unreadable(`it is of the platform ${file.platformId}, which this Hookbench does not know`);
  const name = freeName(
    file.name,
    channels.all.map(({ stored }) => stored.name),
  );
  const opened = openedFrom({ ...file, name }, platform, world.ids.uuid);
  const unknown = file.defects.find((id) => !platform.defects.some((each) => each.id === id));
  if (unknown !== undefined) throw unreadable(`${platform.name} has no defect ${unknown}`);
  const issue = issueBesidesSecrets(opened);
  if (issue !== null) throw unreadable(issue);
  await channels.insert(opened);
  return { channelId: opened.stored.id, name, missing: missingIn(file, platform) };
};

const openedFrom = (file: ExportedChannel, platform: Platform, uuid: () => string): OpenChannel => {
  const environments = file.environments.map(({ name, isActive, plays, settings }, index) => ({
    id: index === 0 ? firstEnvironment.id : uuid(),
    name,
    isActive,
    plays,
    settings: settings as JsonObject,
    memory: createMemory(),
  }));
  const active = environments.find(({ isActive }) => isActive);
  const { name, platformId, botId, defects, replyRules } = file;
  return openChannel({
    identity: {
      id: uuid(),
      name,
      platformId,
      botId,
      defects,
      replyRules,
      environmentId: active?.id ?? firstEnvironment.id,
    },
    platform,
    environments,
  });
};

/** What is to be filled in: only what the platform has, whatever the file says. */
const missingIn = (file: ExportedChannel, { settings }: Platform): CommandOutput<'importChannel'>['missing'] =>
  file.environments.flatMap(({ name, missing }) =>
    missing.filter((field) => Object.hasOwn(settings.properties, field)).map((field) => ({ environment: name, field })),
  );

/** The name, with a number behind it where another channel has it. */
const freeName = (name: string, taken: readonly string[]): string => {
  let free = name;
  for (let number = 2; taken.includes(free); number += 1) free = `${name.slice(0, 90)} ${String(number)}`;
  return free;
};

const unreadable = (reason: string): HarnessError =>
  new HarnessError(fault('import.unreadable', { file: 'This file', reason: reason.replace(/\.$/, '') }));
