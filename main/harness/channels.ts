import { firstEnvironment } from '#shared/channel/channel.ts';
import { secretsIn } from '#shared/channel/channel-settings.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import { platformOf } from '#shared/platforms/registry.ts';
import type { SessionEvent } from '#shared/session/events.ts';
import type { BenchSettings } from '#shared/session/state.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { secretEntries } from './channel-secrets.ts';
import { checkedChannel, shownChannel, type OpenChannel } from './open-channel.ts';
import type { RestoredChannels } from './restored-channels.ts';
import type { SessionLog } from './session-log.ts';
import type { World } from './world.ts';

type ChannelWorld = Pick<World, 'channelFile' | 'secrets' | 'ids'>;

/** The channels of this bench: checked when they change, kept in their file, their secrets apart in the box. */
export class Channels {
  readonly #world: ChannelWorld;
  readonly #publish: SessionLog['publish'];
  readonly #settings: () => BenchSettings;
  readonly #restored: RestoredChannels;
  /** What was last told to be wrong, by channel. */
  readonly #conditions = new Map<string, string>();
  #open: readonly OpenChannel[];
  #secrets: readonly string[] | null = null;
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

  /** Those of every channel: one list until a channel changes. */
  get secrets(): readonly string[] {
    this.#secrets ??= this.#open.flatMap((each) => each.secrets);
    return this.#secrets;
  }

  /** All that the folder holds, each with a few words that say what it is. */
  get namedSecrets(): readonly { readonly value: string; readonly what: string }[] {
    return [
      ...this.#open.flatMap(({ stored, platform, environments }) =>
        environments.flatMap(({ settings }) =>
          Object.entries(secretsIn(platform.settings, settings)).map(([field, value]) => ({
            value,
            what: `${field} of ${stored.name}`,
          })),
        ),
      ),
      ...Object.entries(this.#restored.unknownSecrets).map(([key, value]) => ({
        value,
        what: key.slice(key.lastIndexOf('/') + 1),
      })),
    ];
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
    const { settings, plays, ...rest } = input;
    const id = this.#world.ids.uuid();
    const opened = checkedChannel({
      identity: { id, ...rest, defects: [], replyRules: [], environmentId: firstEnvironment.id },
      platform,
      environments: [{ ...firstEnvironment, plays, settings: settings as JsonObject, memory: createMemory() }],
    });
    await this.insert(opened);
    return opened.stored.id;
  };

  /** Adds a channel that was checked, at its place among the others. */
  readonly insert = (opened: OpenChannel, wanted = Infinity): Promise<void> =>
    this.#replace(() => {
      const at = Math.min(wanted, this.#open.length);
      return {
        open: this.#open.toSpliced(at, 0, opened),
        event: { type: 'channel-added', channel: shownChannel(opened), at },
      };
    });

  readonly change = ({ channelId, settings = {}, plays, ...rest }: CommandInput<'changeChannel'>): Promise<void> =>
    this.alter(channelId, ({ stored, platform, environments }) => {
      const given = settings as JsonObject;
      return checkedChannel({
        identity: { ...stored, ...rest },
        platform,
        environments: environments.map((each) =>
          each.id === stored.environmentId
            ? { ...each, plays: plays ?? each.plays, settings: { ...each.settings, ...given } }
            : each,
        ),
      });
    });

  /** Makes another one of a channel: kept, then told to every screen. */
  readonly alter = (channelId: string, change: (channel: OpenChannel) => OpenChannel): Promise<void> =>
    this.#replace(() => {
      const before = this.byId(channelId);
      const changed = change(before);
      return {
        open: this.#open.map((each) => (each === before ? changed : each)),
        event: { type: 'channel-changed', channel: shownChannel(changed) },
      };
    });

  /** Puts a channel to another place among them. */
  readonly move = (channelId: string, to: number): Promise<void> =>
    this.#replace(() => {
      const moved = this.byId(channelId);
      const open = this.#open.filter((each) => each !== moved).toSpliced(to, 0, moved);
      return { open, event: { type: 'channels-ordered', channelIds: open.map(({ stored }) => stored.id) } };
    });

  /** Returns what brings it back, to its place and with all that its ends remember. */
  readonly remove = async (channelId: string): Promise<() => Promise<void>> => {
    const gone = { channel: this.byId(channelId), at: 0 };
    await this.#replace(() => {
      gone.channel = this.byId(channelId);
      gone.at = this.#open.indexOf(gone.channel);
      return { open: this.#open.toSpliced(gone.at, 1), event: { type: 'channel-removed', channelId } };
    });
    return () => this.insert(gone.channel, gone.at);
  };

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
      this.#secrets = null;
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

const invalid = (path: string, message: string): HarnessError =>
  new HarnessError(fault('input.invalid', { problem: 'The channel could not be added.' }, [{ path, message }]));
