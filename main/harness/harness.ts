import type { Conversation } from '#shared/channel/channel.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { defaultSettings, sessionWindow, type BenchSettings, type Session } from '#shared/session/state.ts';
import type { Bench } from './bench.ts';
import { Channels, demoChannels, restoredChannels, shownChannel, type OpenChannel } from './channels.ts';
import { commandsOf } from './commands.ts';
import { Conversations } from './conversations.ts';
import { Ledger } from './ledger.ts';
import { Listener } from './listener.ts';
import { Loopback } from './loopback.ts';
import { receive, recordMalformed } from './receive.ts';
import { SessionLog } from './session-log.ts';
import { Turns } from './turns.ts';
import type { InboundHandler, World } from './world.ts';

/** A harness that runs, and how to end it: what is under way is kept first. */
export type RunningHarness = { readonly harness: Harness; readonly stop: () => Promise<void> };

/** `port` overrides the saved one for this run and is not saved. */
export type StartOptions = { readonly port?: number };

/** Reads what was kept, listens, and answers commands. A port that is taken is part of the session, not a failure to start. */
export const startHarness = async (world: World, options: StartOptions = {}): Promise<RunningHarness> => {
  const saved = await world.channelFile.read();
  const settings: BenchSettings = { ...defaultSettings, ...saved?.settings };
  const restored = saved ? restoredChannels(saved.channels, await world.secrets.read()) : demoChannels();
  world.exchanges.configure(settings);
  const conversations = world.exchanges.listConversations(sessionWindow);
  const log = new SessionLog(sessionOf(world, settings, restored.open, conversations), world);
  const settingsCell = { current: settings };
  const bench = createBench(
    world,
    log,
    new Channels(world, log.publish, () => settingsCell.current, restored),
    new Conversations(world, log.publish, conversations),
  );
  const arriving = new Set<Promise<unknown>>();
  const listener = new Listener(world, log.publish, handlerOf(bench, arriving), () => settingsCell.current.bodyLimit);
  if (!saved) await bench.channels.save();
  world.exchanges.onHealth((store) => log.publish({ type: 'store-changed', store }));
  world.exchanges.onRemoved((upTo, exchangeCount) => {
    bench.ledger.show();
    log.publish({ type: 'exchanges-removed', upTo, exchangeCount });
    bench.conversations.forgetUpTo(upTo);
  });
  await listener.start(options.port ?? settings.port).catch(passOverFault);
  const { harness, underWay } = commandsOf({ bench, log, listener, settings: settingsCell });
  const stop = async (): Promise<void> => {
    bench.turns.endAll();
    await listener.stop();
    // A caller that was cut off is noted after its connection has closed.
    await Promise.all(arriving);
    await underWay();
  };
  return { harness, stop };
};

const createBench = (world: World, log: SessionLog, channels: Channels, conversations: Conversations): Bench => {
  const stamp: Bench['stamp'] = () => ({ now: world.clock.now(), id: world.ids.uuid });
  return {
    world,
    channels,
    conversations,
    ledger: new Ledger(world, log.publish),
    loopback: new Loopback(),
    turns: new Turns(log, world),
    stamp,
    contextOf: ({ settings }) => ({ settings, stamp: stamp(), tokens: world.tokens }),
  };
};

/** `arriving` holds what is not answered and kept yet. */
const handlerOf = (bench: Bench, arriving: Set<Promise<unknown>>): InboundHandler => ({
  receive: async (arrival) => {
    const received = receive(arrival, bench);
    arriving.add(received);
    const reply = await received;
    arriving.delete(received);
    return reply;
  },
  refuse: (malformed) => recordMalformed(malformed, bench),
});

const sessionOf = (
  world: World,
  settings: BenchSettings,
  open: readonly OpenChannel[],
  conversations: readonly Conversation[],
): Session => ({
  product: world.product,
  settings,
  listening: { state: 'off' },
  store: { state: 'keeping' },
  channels: open.map(shownChannel),
  conversations,
  messages: world.exchanges.listMessages({ limit: sessionWindow }).messages.toReversed(),
  exchanges: world.exchanges.list({ limit: sessionWindow }).exchanges.toReversed(),
  exchangeCount: world.exchanges.count(),
  turns: [],
});

/** The session tells it already: the page shows the fault and offers the next free port. */
const passOverFault = (error: unknown): void => {
  if (!(error instanceof HarnessError)) throw error;
};
