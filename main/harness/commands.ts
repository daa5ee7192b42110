import { redact } from '#shared/channel/redact.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import type { SetupStep } from '#shared/platforms/setup.ts';
import type { BenchSettings } from '#shared/session/state.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './open-channel.ts';
import { examineRequest, mintFor } from './examine-request.ts';
import type { Listener } from './listener.ts';
import { replay, sendToken } from './replay.ts';
import { say } from './say.ts';
import type { SessionLog } from './session-log.ts';

type Parts = {
  readonly bench: Bench;
  readonly log: SessionLog;
  readonly listener: Listener;
  readonly settings: { current: BenchSettings };
};

const nothing = {};

/** Every command of the contract, each one sentence long. */
export const commandsOf = ({ bench, log, listener, settings }: Parts): Harness => {
  const { channels, conversations, world } = bench;

  const changeSettings = async (changes: Partial<BenchSettings>): Promise<void> => {
    settings.current = { ...settings.current, ...changes };
    world.exchanges.configure(settings.current);
    log.publish({ type: 'settings-changed', settings: settings.current });
    await channels.save();
  };

  return {
    subscribe: log.watch,
    startListening: async ({ port }) => {
      const url = await listener.start(port);
      await changeSettings({ port });
      return { url };
    },
    stopListening: async () => {
      await listener.stop();
      return nothing;
    },
    changeSettings: async (changes) => {
      await changeSettings(changes);
      return nothing;
    },
    addChannel: async (input) => ({ channelId: await channels.add(input) }),
    changeChannel: async (input) => {
      await channels.change(input);
      return nothing;
    },
    removeChannel: async ({ channelId }) => {
      await channels.remove(channelId);
      bench.turns.endOfChannel(channelId);
      return nothing;
    },
    startConversation: async ({ channelId, userId }) => {
      const { platform, settings } = channels.byId(channelId);
      const speaker = userId ?? platform.newUserId(bench.stamp(), settings);
      return { conversationId: conversations.ofUser(channelId, speaker).id };
    },
    say: (input) => say(input, bench),
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
    examine: (input) => examineRequest(input, bench),
    mintToken: (input) => mintFor(input, bench),
    replay: (input) => replay(input, bench),
    sendToken: (input) => sendToken(input, bench),
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
    answerTurn: async ({ exchangeId, texts }) => {
      bench.turns.answer(
        exchangeId,
        texts.map((text) => ({ kind: 'text', text })),
      );
      return nothing;
    },
    readExchange: async ({ id }) => {
      const exchange = world.exchanges.read(id);
      if (!exchange) throw new HarnessError(fault('exchange.unknown', { id }));
      return exchange;
    },
    readBody: async ({ id, part, from, length }) => {
      const slice = world.exchanges.readBody(id, part, from, length);
      if (!slice) throw new HarnessError(fault('exchange.unknown', { id }));
      return { base64: encodeBase64(slice.bytes), total: slice.total };
    },
    listExchanges: async (page) => world.exchanges.list(page),
    listMessages: async (page) => world.exchanges.listMessages(page),
    clearTraffic: async () => {
      bench.ledger.show();
      const upTo = bench.ledger.newestId;
      log.publish({ type: 'exchanges-removed', upTo, exchangeCount: world.exchanges.removeUpTo(upTo) });
      conversations.forgetUpTo(upTo);
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
