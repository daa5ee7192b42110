import type { Channel } from '#shared/channel/channel.ts';
import { completeSettings, secretsIn, withoutSecrets } from '#shared/channel/channel-settings.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import { secretFieldsOf, type Platform } from '#shared/platforms/platform.ts';
import { platformOf, platforms } from '#shared/platforms/registry.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { StoredChannel } from './world.ts';

/** A channel with all that its platform needs: the settings with their secrets. Never leaves the harness. */
export type OpenChannel = {
  readonly stored: StoredChannel;
  readonly platform: Platform;
  readonly settings: JsonObject;
  /** The values that must not be shown. */
  readonly secrets: readonly string[];
  /** What its ends remember; it stays when the channel changes. */
  readonly memory: ReturnType<typeof createMemory>;
};

/** What a data folder holds: the channels that can be opened, and what is left as it is. */
export type RestoredChannels = {
  readonly open: readonly OpenChannel[];
  /** Of platforms that this version does not know, with their secrets by `channelId/field`: written back as they were. */
  readonly unknown: readonly StoredChannel[];
  readonly unknownSecrets: Readonly<Record<string, string>>;
};

/** What was kept, put together again. Refuses with `data.unreadable` where a person has written settings that are none. */
export const restoredChannels = (
  channels: readonly StoredChannel[],
  secrets: Readonly<Record<string, string>>,
): RestoredChannels => {
  const unknown = channels.filter((each) => !platformOf(each.platformId));
  const open = channels.flatMap((stored) => {
    const platform = platformOf(stored.platformId);
    const settings = { ...stored.settings, ...secretsOf(stored.id, secrets) };
    return platform ? [openChannel(stored, platform, settings, createMemory())] : [];
  });
  for (const each of open) checkRestored(each);
  const unknownSecrets = Object.fromEntries(
    Object.entries(secrets).filter(([key]) => unknown.some(({ id }) => key.startsWith(`${id}/`))),
  );
  return { open, unknown, unknownSecrets };
};

/** What a new user finds: a demo channel of every platform. */
export const demoChannels = (): RestoredChannels => ({
  open: platforms.map((platform) => {
    const { settings, ...demo } = platform.demo;
    const stored = { id: `${platform.id}-demo`, platformId: platform.id, ...demo, defects: [], replyRules: [] };
    return openChannel(stored, platform, settings, createMemory());
  }),
  unknown: [],
  unknownSecrets: {},
});

/** The channel as every screen may know it. */
export const shownChannel = ({ stored, platform, settings, memory }: OpenChannel): Channel => ({
  ...stored,
  secretsSet: Object.keys(secretsIn(platform.settings, settings)),
  condition: platform.condition({ settings, memory }),
});

const openChannel = (
  stored: Omit<StoredChannel, 'settings'>,
  platform: Platform,
  given: JsonObject,
  memory: OpenChannel['memory'],
): OpenChannel => {
  const settings = completeSettings(platform.settings, given);
  return {
    stored: { ...stored, settings: withoutSecrets(platform.settings, settings) },
    platform,
    settings,
    secrets: Object.values(secretsIn(platform.settings, settings)),
    memory,
  };
};

/** Refuses with `input.invalid` settings that do not fit, by their paths, and defects that nobody knows. */
export const checkedChannel = (
  stored: Omit<StoredChannel, 'settings'>,
  platform: Platform,
  settings: JsonObject,
  memory: OpenChannel['memory'],
): OpenChannel => {
  const opened = openChannel(stored, platform, settings, memory);
  const unknown = stored.defects.find((id) => !platform.defects.some((each) => each.id === id));
  if (unknown !== undefined) throw unknownDefect(stored.name, unknown, platform);
  const issues = issuesOf(platform.settings, opened.settings).map(({ path, message }) => ({
    path: `/settings${path}`,
    message,
  }));
  if (issues.length > 0)
    throw new HarnessError(
      fault('input.invalid', { problem: `The settings of ${stored.name} are not valid.` }, issues),
    );
  return opened;
};

/** A lost secret is asked for again; any other setting that does not fit its schema was written by hand. */
const checkRestored = ({ stored, platform, settings }: OpenChannel): void => {
  const secretPaths = secretFieldsOf(platform.settings).map((field) => `/${field}`);
  const issue = issuesOf(platform.settings, settings).find((each) => !secretPaths.includes(each.path));
  if (!issue) return;
  const reason = `in the settings of ${stored.name}, ${issue.path || 'the whole'} ${issue.message}`;
  throw new HarnessError(fault('data.unreadable', { file: 'channels.json', reason: reason.replace(/\.$/, '') }));
};

const unknownDefect = (name: string, id: string, { defects }: Platform): HarnessError =>
  new HarnessError(
    fault('input.invalid', {
      problem: `${name} has no defect ${id}. It has: ${defects.map((each) => each.id).join(', ') || 'none'}.`,
    }),
  );

const secretsOf = (channelId: string, secrets: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const prefix = `${channelId}/`;
  return Object.fromEntries(
    Object.entries(secrets)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
};

/** The secrets of a channel as the box keeps them. */
export const secretEntries = ({ stored, platform, settings }: OpenChannel): readonly (readonly [string, string])[] =>
  Object.entries(secretsIn(platform.settings, settings)).map(([field, value]) => [`${stored.id}/${field}`, value]);
