import type { Channel } from '#shared/channel/channel.ts';
import { completeSettings, secretsIn, withoutSecrets } from '#shared/channel/channel-settings.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { platformOf, platforms } from '#shared/platforms/registry.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import type { BenchSettings } from '#shared/session/state.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { SessionLog } from './session-log.ts';
import type { StoredChannel, World } from './world.ts';

/** A channel with all that its platform needs: the settings with their secrets. Never leaves the harness. */
export type OpenChannel = {
  readonly stored: StoredChannel;
  readonly platform: Platform;
  readonly settings: JsonObject;
  /** The values that must not be shown. */
  readonly secrets: readonly string[];
};

type ChannelWorld = Pick<World, 'channelFile' | 'secrets' | 'ids'>;

/** What was kept, put together again. A channel of a platform that this version does not know is left in its file. */
export const restoredChannels = (
  channels: readonly StoredChannel[],
  secrets: Readonly<Record<string, string>>,
): readonly OpenChannel[] =>
  channels.flatMap((stored) => {
    const platform = platformOf(stored.platformId);
    return platform ? [openChannel(stored, platform, { ...stored.settings, ...secretsOf(stored.id, secrets) })] : [];
  });

/** What a new user finds: a demo channel of every platform. */
export const demoChannels = (): readonly OpenChannel[] =>
  platforms.map((platform) => {
    const { settings, ...demo } = platform.demo;
    return openChannel({ id: `${platform.id}-demo`, platformId: platform.id, ...demo }, platform, settings);
  });

/** The channels of this bench: checked when they change, kept in their file, their secrets apart in the box. */
export class Channels {
  readonly #world: ChannelWorld;
  readonly #publish: SessionLog['publish'];
  readonly #settings: () => BenchSettings;
  #open: readonly OpenChannel[];
  #saving: Promise<void> = Promise.resolve();

  constructor(
    world: ChannelWorld,
    publish: SessionLog['publish'],
    settings: () => BenchSettings,
    open: readonly OpenChannel[],
  ) {
    this.#world = world;
    this.#publish = publish;
    this.#settings = settings;
    this.#open = open;
  }

  get all(): readonly OpenChannel[] {
    return this.#open;
  }

  readonly byId = (channelId: string): OpenChannel => {
    const found = this.#open.find((each) => each.stored.id === channelId);
    if (!found) throw new HarnessError(fault('channel.unknown', { channel: channelId }));
    return found;
  };

  readonly add = async (input: CommandInput<'addChannel'>): Promise<string> => {
    const platform = platformOf(input.platformId);
    if (!platform) throw invalid('/platformId', 'is not a platform that Hookbench knows');
    const { settings, ...rest } = input;
    const opened = checkedChannel({ id: this.#world.ids.uuid(), ...rest }, platform, settings as JsonObject);
    this.#open = [...this.#open, opened];
    this.#publish({ type: 'channel-added', channel: shownChannel(opened) });
    await this.save();
    return opened.stored.id;
  };

  readonly change = async ({ channelId, settings = {}, ...rest }: CommandInput<'changeChannel'>): Promise<void> => {
    const before = this.byId(channelId);
    const merged = { ...before.settings, ...(settings as JsonObject) };
    const changed = checkedChannel({ ...before.stored, ...rest }, before.platform, merged);
    this.#open = this.#open.map((each) => (each === before ? changed : each));
    this.#publish({ type: 'channel-changed', channel: shownChannel(changed) });
    await this.save();
  };

  readonly remove = async (channelId: string): Promise<void> => {
    const gone = this.byId(channelId);
    this.#open = this.#open.filter((each) => each !== gone);
    this.#publish({ type: 'channel-removed', channelId });
    await this.save();
  };

  /** One write after the other: two at once could leave the older one on the disk. */
  readonly save = (): Promise<void> => {
    const write = async (): Promise<void> => {
      await this.#world.secrets.write(Object.fromEntries(this.#open.flatMap(secretEntries)));
      await this.#world.channelFile.write({
        channels: this.#open.map((each) => each.stored),
        settings: this.#settings(),
      });
    };
    const saved = this.#saving.then(write);
    this.#saving = saved.catch(() => undefined);
    return saved;
  };
}

/** The channel as every screen may know it. */
export const shownChannel = ({ stored, platform, settings }: OpenChannel): Channel => ({
  ...stored,
  secretsSet: Object.keys(secretsIn(platform.settings, settings)),
});

const openChannel = (stored: Omit<StoredChannel, 'settings'>, platform: Platform, given: JsonObject): OpenChannel => {
  const settings = completeSettings(platform.settings, given);
  return {
    stored: { ...stored, settings: withoutSecrets(platform.settings, settings) },
    platform,
    settings,
    secrets: Object.values(secretsIn(platform.settings, settings)),
  };
};

const checkedChannel = (
  stored: Omit<StoredChannel, 'settings'>,
  platform: Platform,
  settings: JsonObject,
): OpenChannel => {
  const opened = openChannel(stored, platform, settings);
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

const invalid = (path: string, message: string): HarnessError =>
  new HarnessError(fault('input.invalid', { problem: 'The channel could not be added.' }, [{ path, message }]));

const secretsOf = (channelId: string, secrets: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const prefix = `${channelId}/`;
  return Object.fromEntries(
    Object.entries(secrets)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
};

const secretEntries = ({ stored, platform, settings }: OpenChannel): readonly (readonly [string, string])[] =>
  Object.entries(secretsIn(platform.settings, settings)).map(([field, value]) => [`${stored.id}/${field}`, value]);
