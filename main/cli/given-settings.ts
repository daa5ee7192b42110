import { createChannelFile } from '#main/io/channel-file.ts';
import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { completeSettings } from '#shared/channel/channel-settings.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { secretFieldsOf, type Platform } from '#shared/platforms/platform.ts';
import { platformOf, platforms } from '#shared/platforms/registry.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { SettledChannel } from './examine-at.ts';
import { platformNamed } from './platform-named.ts';
import { refused } from './refused.ts';
import { givenSettings } from './target-settings.ts';

export type ChannelOptions = {
  /** The name of one in the data folder. */
  readonly channel?: string;
  /** The id or name of one, where there is no channel. */
  readonly platform?: string;
  /** A JSON file with settings; variables of the environment count more. */
  readonly settings?: string;
  readonly data: string;
};

export type GivenChannel = SettledChannel & {
  /** The other channels of the folder. */
  readonly others: readonly SettledChannel[];
  /** What was told by file or environment, or stands in the folder: what is left is of the demo channel, secrets excepted. */
  readonly given: JsonObject;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The channel that the options mean, with its secrets: one of the data folder, or one that is only told. Settings of a file and of the
 * environment count more than those of the folder. Secrets of the demo channel are never taken for somebody's own.
 */
export const givenChannel = async (options: ChannelOptions, env: Environment): Promise<GivenChannel> => {
  const { channel: name, platform: platformName, data, settings: file } = options;
  if (name === undefined) {
    if (platformName === undefined) throw refused('Name the channel with --channel, or the platform with --platform.');
    const platform = platformNamed(platformName);
    const given = await givenSettings(platform, file, env);
    const settings = completeSettings(platform.settings, { ...withoutSecretsOf(platform), ...given });
    return { id: platform.id, name: platform.name, platform, settings, given, others: [] };
  }
  const channels = await channelsIn(data);
  const found =
    channels.find((each) => each.name === name) ??
    channels.find((each) => each.name.toLowerCase() === name.toLowerCase() || each.id === name);
  if (!found)
    throw new HarnessError({
      ...fault('channel.unknown', { channel: `"${name}"` }),
      next: `The channels are: ${channels.map((each) => `"${each.name}"`).join(', ') || 'none'}.`,
    });
  if (platformName !== undefined && platformNamed(platformName).id !== found.platform.id)
    throw refused(`The channel ${found.name} is of ${found.platform.name}: leave out --platform.`);
  const told = await givenSettings(found.platform, file, env);
  const given = { ...found.settings, ...told };
  const others = channels.filter((each) => each.id !== found.id);
  return { ...found, settings: completeSettings(found.platform.settings, given), given, others };
};

const withoutSecretsOf = ({ settings, demo }: Platform): JsonObject => {
  const secret = secretFieldsOf(settings);
  return Object.fromEntries(Object.entries(demo.settings).filter(([name]) => !secret.includes(name)));
};

/** Whoever has no channels yet has the demo channels. Secrets that the desktop app has sealed cannot be known here. */
const channelsIn = async (folder: string): Promise<readonly SettledChannel[]> => {
  const content = await createChannelFile(folder).read();
  if (!content)
    return platforms.map((platform) => ({
      id: `${platform.id}-demo`,
      name: platform.demo.name,
      platform,
      settings: completeSettings(platform.settings, platform.demo.settings),
    }));
  const secrets = await createFileSecretBox(folder).read();
  return content.channels.flatMap(({ id, name, platformId, settings }) => {
    const platform = platformOf(platformId);
    if (!platform) return [];
    const own = Object.entries(secrets).flatMap(([key, value]) =>
      key.startsWith(`${id}/`) ? [[key.slice(id.length + 1), value] as const] : [],
    );
    return [
      {
        id,
        name,
        platform,
        settings: completeSettings(platform.settings, { ...settings, ...Object.fromEntries(own) }),
      },
    ];
  });
};
