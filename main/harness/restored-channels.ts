import { firstEnvironment } from '#shared/channel/channel.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import { platformOf, platforms } from '#shared/platforms/registry.ts';
import { secretsOf } from './channel-secrets.ts';
import { issueBesidesSecrets, openChannel, type OpenChannel } from './open-channel.ts';
import type { StoredChannel } from './world.ts';

/** What a data folder holds: the channels that can be opened, and what is left as it is. */
export type RestoredChannels = {
  readonly open: readonly OpenChannel[];
  /** Of platforms that this version does not know, with their secrets by `channelId/…`: written back as they were. */
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
    if (!platform) return [];
    checkEnvironments(stored);
    const environments = stored.environments.map(({ id, name, values }) => {
      const { plays, settings } = values ?? stored;
      return {
        id,
        name,
        plays,
        settings: { ...settings, ...secretsOf(stored.id, id, secrets) },
        memory: createMemory(),
      };
    });
    return [openChannel({ identity: stored, platform, environments })];
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
    const { settings, plays, ...demo } = platform.demo;
    const id = `${platform.id}-demo`;
    const environmentId = firstEnvironment.id;
    return openChannel({
      identity: { id, platformId: platform.id, ...demo, defects: [], replyRules: [], environmentId },
      platform,
      environments: [{ ...firstEnvironment, plays, settings, memory: createMemory() }],
    });
  }),
  unknown: [],
  unknownSecrets: {},
});

/** One environment is active and has the values of the channel; every other one has its own. */
const checkEnvironments = ({ name, environments, environmentId }: StoredChannel): void => {
  const isWhole = environments.every(({ id, values }) => (id === environmentId) === (values === null));
  const ids = new Set(environments.map(({ id }) => id));
  if (isWhole && ids.has(environmentId) && ids.size === environments.length) return;
  throw unreadable(`the environments of ${name} do not fit together`);
};

/** What does not fit was written by hand. */
const checkRestored = (channel: OpenChannel): void => {
  const issue = issueBesidesSecrets(channel);
  if (issue !== null) throw unreadable(issue);
};

const unreadable = (reason: string): HarnessError =>
  new HarnessError(fault('data.unreadable', { file: 'channels.json', reason: reason.replace(/\.$/, '') }));
