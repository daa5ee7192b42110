import { secretsIn } from '#shared/channel/channel-settings.ts';
import { redact } from '#shared/channel/redact.ts';
import type { channelCommands } from '#shared/contract/commands/channel-commands.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { secretFieldsOf } from '#shared/platforms/platform.ts';
import type { SetupStep } from '#shared/platforms/setup.ts';
import { hygieneOf } from '#shared/trust/hygiene.ts';
import type { Bench } from './bench.ts';
import { duplicateChannel } from './channel-copies.ts';
import { exportChannel, importChannel } from './channel-transfer.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';
import type { OpenChannel } from './open-channel.ts';

export const answerChannelCommands = ({ bench }: CommandParts): Answering<typeof channelCommands> => {
  const { channels } = bench;
  return {
    addChannel: async (input) => ({ channelId: await channels.add(input) }),
    changeChannel: async (input) => {
      await channels.change(input);
      return nothing;
    },
    duplicateChannel: async (input) => ({ channelId: await duplicateChannel(input, bench) }),
    exportChannel: async ({ channelId }) => exportChannel(channels.byId(channelId)),
    importChannel: async ({ text }) => importChannel(text, bench),
    moveChannel: async ({ channelId, to }) => {
      await channels.move(channelId, to);
      return nothing;
    },
    removeChannel: async ({ channelId }) => {
      const bringBack = await channels.remove(channelId);
      bench.turns.endOfChannel(channelId);
      // It is in no file any more: there is nothing left to remove.
      return { undoId: bench.removals.add({ from: `channel ${channelId}`, bringBack, end: async () => undefined }) };
    },
    readSetup: async ({ channelId }) => {
      const channel = channels.byId(channelId);
      return {
        steps: setupOf(channel, bench).map((each) => ({ ...each, value: redact(each.value, channel.secrets) })),
      };
    },
    revealSetup: async ({ channelId, stepId }) => {
      const channel = channels.byId(channelId);
      const step = setupOf(channel, bench).find((each) => each.id === stepId);
      if (!step) throw new HarnessError(fault('setup.unknown', { channel: channel.stored.name, step: stepId }));
      return { value: step.value };
    },
    revealSecret: async ({ channelId, field }) => {
      const { stored, platform, settings } = channels.byId(channelId);
      const secrets = secretsIn(platform.settings, settings);
      const value = Object.hasOwn(secrets, field) ? secrets[field] : undefined;
      if (value === undefined) throw new HarnessError(fault('secret.absent', { channel: stored.name, setting: field }));
      return { value };
    },
    cleanSetting: async ({ channelId, field }) => {
      const { platform, settings } = channels.byId(channelId);
      const value = settings[field];
      const isSecret = secretFieldsOf(platform.settings).includes(field);
      const cleaned = typeof value === 'string' ? hygieneOf(value, { isSecret }).cleaned : null;
      if (cleaned === null) throw new HarnessError(fault('remedy.over'));
      await channels.change({ channelId, settings: { [field]: cleaned } });
      return nothing;
    },
    applyRemedy: async ({ channelId, remedyId }) => {
      const channel = channels.byId(channelId);
      if (channel.platform.condition(channel)?.remedy?.id !== remedyId) throw new HarnessError(fault('remedy.over'));
      channel.platform.applyRemedy(remedyId, channel);
      channels.showCondition(channelId);
      return nothing;
    },
    forgetMemory: async ({ channelId }) => {
      channels.byId(channelId).memory.clear();
      channels.showCondition(channelId);
      return nothing;
    },
  };
};

/** With both ends ours, an app of the user's can still call the platform end; the real platform has no business with the app end then. */
const setupOf = (channel: OpenChannel, bench: Bench): readonly SetupStep[] => {
  const { plays } = channel.stored;
  const isNeeded = ({ end }: SetupStep): boolean => plays[end] && (end === 'platform' || !plays.platform);
  return channel.platform.setup(bench.contextOf(channel)).filter(isNeeded);
};
