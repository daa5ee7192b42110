import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import type { BenchSettings } from '#shared/session/state.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import type { Bench } from './bench.ts';
import type { Listener } from './listener.ts';
import { say } from './send.ts';
import type { SessionLog } from './session-log.ts';

type Parts = {
  readonly bench: Bench;
  readonly log: SessionLog;
  readonly listener: Listener;
  readonly settings: { current: BenchSettings };
};

const nothing = {};

/** Every command of the contract, each one sentence long; `underWay` settles when what was sent is answered and kept. */
export const commandsOf = ({
  bench,
  log,
  listener,
  settings,
}: Parts): { harness: Harness; underWay: () => Promise<void> } => {
  const { channels, conversations, world } = bench;
  const sending = new Set<Promise<unknown>>();

  const changeSettings = async (changes: Partial<BenchSettings>): Promise<void> => {
    settings.current = { ...settings.current, ...changes };
    world.exchanges.configure(settings.current);
    log.publish({ type: 'settings-changed', settings: settings.current });
    await channels.save();
  };

  const harness: Harness = {
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
    say: async (input) => {
      const { exchangeId, done } = await say(input, bench, () => listener.url);
      const watched = done.catch(world.reportBug).finally(() => sending.delete(watched));
      sending.add(watched);
      return { exchangeId };
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
  const underWay = async (): Promise<void> => {
    await Promise.all(sending);
  };
  return { harness, underWay };
};
