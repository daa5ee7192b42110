import type { Channel, Environment } from '#shared/channel/channel.ts';
import { completeSettings, secretsIn, withoutSecrets } from '#shared/channel/channel-settings.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import type { createMemory } from '#shared/platforms/memory.ts';
import { secretFieldsOf, type Platform } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { StoredChannel } from './world.ts';

/** A set of values of a channel with all that its platform needs: the settings with their secrets. */
export type OpenEnvironment = Environment & {
  readonly plays: Channel['plays'];
  readonly settings: JsonObject;
  /** What the ends remember; it stays when the channel changes, and waits while another environment is active. */
  readonly memory: ReturnType<typeof createMemory>;
};

/** A channel and all of its environments; settings and memory are those of the active one. Never leaves the harness. */
export type OpenChannel = Pick<OpenEnvironment, 'settings' | 'memory'> & {
  readonly stored: StoredChannel;
  readonly platform: Platform;
  readonly environments: readonly OpenEnvironment[];
  /** The values that must not be shown: those of every environment, as its requests may well come while another is active. */
  readonly secrets: readonly string[];
};

/** What an open channel is made of. */
export type ChannelParts = {
  /** What is the same in every environment. */
  readonly identity: Omit<StoredChannel, 'plays' | 'settings' | 'environments'>;
  readonly platform: Platform;
  readonly environments: readonly OpenEnvironment[];
};

export const openChannel = ({ identity, platform, environments }: ChannelParts): OpenChannel => {
  const complete = environments.map((each) => ({
    ...each,
    settings: completeSettings(platform.settings, each.settings),
  }));
  const active = complete.find(({ id }) => id === identity.environmentId);
  if (!active) throw new RangeError(`${identity.name} has no environment ${identity.environmentId}.`);
  const { plays, settings, memory } = active;
  const shownSettings = (each: OpenEnvironment): JsonObject => withoutSecrets(platform.settings, each.settings);
  return {
    stored: {
      ...identity,
      plays,
      settings: shownSettings(active),
      environments: complete.map((each) => ({
        id: each.id,
        name: each.name,
        values: each === active ? null : { plays: each.plays, settings: shownSettings(each) },
      })),
    },
    platform,
    environments: complete,
    settings,
    secrets: complete.flatMap((each) => Object.values(secretsIn(platform.settings, each.settings))),
    memory,
  };
};

/** The channel as every screen may know it. */
export const shownChannel = ({ stored, platform, settings, memory }: OpenChannel): Channel => ({
  ...stored,
  environments: stored.environments.map(({ id, name }) => ({ id, name })),
  secretsSet: Object.keys(secretsIn(platform.settings, settings)),
  condition: platform.condition({ settings, memory }),
});

/** Refuses with `input.invalid` settings of the active environment that do not fit, by their paths, and defects that nobody knows. */
export const checkedChannel = (parts: ChannelParts): OpenChannel => {
  const { identity, platform } = parts;
  const opened = openChannel(parts);
  const unknown = identity.defects.find((id) => !platform.defects.some((each) => each.id === id));
  if (unknown !== undefined) throw unknownDefect(identity.name, unknown, platform);
  const issues = issuesOf(platform.settings, opened.settings).map(({ path, message }) => ({
    path: `/settings${path}`,
    message,
  }));
  if (issues.length > 0)
    throw new HarnessError(
      fault('input.invalid', { problem: `The settings of ${identity.name} are not valid.` }, issues),
    );
  return opened;
};

/** What does not fit in the settings of any environment, secrets apart: a lost one is asked for again. Null: all of it fits. */
export const issueBesidesSecrets = ({ stored, platform, environments }: OpenChannel): string | null => {
  const secretPaths = secretFieldsOf(platform.settings).map((field) => `/${field}`);
  for (const { id, name, settings } of environments) {
    const issue = issuesOf(platform.settings, settings).find((each) => !secretPaths.includes(each.path));
    const where = id === stored.environmentId ? stored.name : `${stored.name} (${name})`;
    if (issue) return `in the settings of ${where}, ${issue.path || 'the whole'} ${issue.message}`;
  }
  return null;
};

const unknownDefect = (name: string, id: string, { defects }: Platform): HarnessError =>
  new HarnessError(
    fault('input.invalid', {
      problem: `${name} has no defect ${id}. It has: ${defects.map((each) => each.id).join(', ') || 'none'}.`,
    }),
  );
