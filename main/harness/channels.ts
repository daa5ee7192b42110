import type { Channel } from '#shared/channel/channel.ts';
import { completeSettings, secretsIn, withoutSecrets } from '#shared/channel/channel-settings.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { platformOf, platforms } from '#shared/platforms/registry.ts';
import { secretFieldsOf, type Platform } from '#shared/platforms/platform.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import type { SessionEvent } from '#shared/session/events.ts';
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
  /** What its ends remember; it stays when the channel changes. */
  readonly memory: ReturnType<typeof createMemory>;
};

type ChannelWorld = Pick<World, 'channelFile' | 'secrets' | 'ids'>;

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

/** The channels of this bench: checked when they change, kept in their file, their secrets apart in the box. */
export class Channels {
  readonly #world: ChannelWorld;
  readonly #publish: SessionLog['publish'];
  readonly #settings: () => BenchSettings;
  readonly #restored: RestoredChannels;
  /** What was last told to be wrong, by channel. */
  readonly #conditions = new Map<string, string>();
  #open: readonly OpenChannel[];
  #saving: Promise<void> = Promise.resolve();

  constructor(
    world: ChannelWorld,
    publish: SessionLog['publish'],
    settings: () => BenchSettings,
    restored: RestoredChannels,
  ) {
    this.#world = world;
    this.#publish = publish;
    this.#settings = settings;
    this.#restored = restored;
    this.#open = restored.open;
  }

  get all(): readonly OpenChannel[] {
    return this.#open;
  }

  readonly find = (channelId: string): OpenChannel | undefined =>
    this.#open.find((each) => each.stored.id === channelId);

  readonly byId = (channelId: string): OpenChannel => {
    const found = this.find(channelId);
    if (!found) throw new HarnessError(fault('channel.unknown', { channel: channelId }));
    return found;
  };

  readonly add = async (input: CommandInput<'addChannel'>): Promise<string> => {
    const platform = platformOf(input.platformId);
    if (!platform) throw invalid('/platformId', 'is not a platform that Hookbench knows');
    const { settings, ...rest } = input;
    const stored = { id: this.#world.ids.uuid(), ...rest, defects: [], replyRules: [] };
    const opened = checkedChannel(stored, platform, settings as JsonObject, createMemory());
    await this.#replace(() => ({
      open: [...this.#open, opened],
      event: { type: 'channel-added', channel: shownChannel(opened) },
    }));
    return opened.stored.id;
  };

  readonly change = ({ channelId, settings = {}, ...rest }: CommandInput<'changeChannel'>): Promise<void> =>
    this.#replace(() => {
      const before = this.byId(channelId);
      const merged = { ...before.settings, ...(settings as JsonObject) };
      const changed = checkedChannel({ ...before.stored, ...rest }, before.platform, merged, before.memory);
      return {
        open: this.#open.map((each) => (each === before ? changed : each)),
        event: { type: 'channel-changed', channel: shownChannel(changed) },
      };
    });

  readonly remove = (channelId: string): Promise<void> =>
    this.#replace(() => {
      const gone = this.byId(channelId);
      return { open: this.#open.filter((each) => each !== gone), event: { type: 'channel-removed', channelId } };
    });

  /** Tells every screen when something is wrong with the channel as a whole, or no longer. */
  readonly showCondition = (channelId: string): void => {
    const channel = this.find(channelId);
    if (!channel) return;
    const shown = shownChannel(channel);
    const sentence = shown.condition?.sentence ?? null;
    if ((this.#conditions.get(channelId) ?? null) === sentence) return;
    if (sentence === null) this.#conditions.delete(channelId);
    else this.#conditions.set(channelId, sentence);
    this.#publish({ type: 'channel-changed', channel: shown });
  };

  readonly save = (): Promise<void> => this.#inTurn(() => this.#write(this.#open));

  /** What could not be written has not happened: a channel that is told to be there is there after a restart. */
  readonly #replace = (
    change: () => { readonly open: readonly OpenChannel[]; readonly event: SessionEvent },
  ): Promise<void> =>
    this.#inTurn(async () => {
      const { open, event } = change();
      await this.#write(open);
      this.#open = open;
      this.#publish(event);
    });

  /** One write after the other: two at once could leave the older one on the disk. */
  readonly #inTurn = (act: () => Promise<void>): Promise<void> => {
    const done = this.#saving.then(act);
    this.#saving = done.catch(() => undefined);
    return done;
  };

  readonly #write = async (open: readonly OpenChannel[]): Promise<void> => {
    const { unknown, unknownSecrets } = this.#restored;
    await this.#world.secrets.write({ ...unknownSecrets, ...Object.fromEntries(open.flatMap(secretEntries)) });
    await this.#world.channelFile.write({
      channels: [...open.map((each) => each.stored), ...unknown],
      settings: this.#settings(),
    });
  };
}

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

const checkedChannel = (
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
