import type { Conversation } from '#shared/channel/channel.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { defaultSettings, sessionWindow, type BenchSettings, type Session } from '#shared/session/state.ts';
import { emptyShelf, shownShelf, type ShownShelf } from '#shared/shelf/shelf.ts';
import type { Bench } from './bench.ts';
import { Channels } from './channels.ts';
import { shownChannel, type OpenChannel } from './open-channel.ts';
import { commandsOf } from './commands.ts';
import { Conversations } from './conversations.ts';
import { LatePhases } from './late-phases.ts';
import { Ledger } from './ledger.ts';
import { Lines } from './lines.ts';
import { Listener } from './listener.ts';
import { Loopback } from './loopback.ts';
import { Marks } from './marks.ts';
import { receive, recordMalformed } from './receive.ts';
import { Removals } from './removals.ts';
import { demoChannels, restoredChannels } from './restored-channels.ts';
import { RuleCounter } from './rule-counter.ts';
import { RuledWords } from './ruled-words.ts';
import { SessionLog } from './session-log.ts';
import { ShelfKeeper } from './shelf-keeper.ts';
import { Turns } from './turns.ts';
import { UnderWay } from './under-way.ts';
import { UsedTokens } from './used-tokens.ts';
import type { InboundHandler, World } from './world.ts';

/** A harness that runs, and how to end it: what is under way is kept first. */
export type RunningHarness = {
  readonly harness: Harness;
  /** Settles when nothing is under way: no exchange is open, nothing waits to be sent. A turn that waits for a person is under way. */
  readonly allDone: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** `port` overrides the saved one for this run and is not saved; `otherEnd` is where the ends that we do not play are to be found, instead of where the settings of a channel say. */
export type StartOptions = { readonly port?: number; readonly otherEnd?: string };

/** Reads what was kept, listens, and answers commands. A port that is taken is part of the session, not a failure to start. */
export const startHarness = async (world: World, options: StartOptions = {}): Promise<RunningHarness> => {
  const saved = await world.channelFile.read();
  const shelf = (await world.shelfFile.read()) ?? emptyShelf;
  const settings: BenchSettings = { ...defaultSettings, ...saved?.settings };
  const restored = saved ? restoredChannels(saved.channels, await world.secrets.read()) : demoChannels();
  world.exchanges.configure(settings);
  const conversations = world.exchanges.listConversations(sessionWindow);
  const settingsCell = { current: settings };
  const secrets = restored.open.flatMap((each) => each.secrets);
  const shown = shownShelf(shelf, secrets);
  const log = new SessionLog(sessionOf(world, settings, restored.open, conversations, shown), world);
  const channels = new Channels(world, log.publish, () => settingsCell.current, restored);
  const bench = createBench(
    world,
    log,
    channels,
    new Conversations(world, log.publish, conversations),
    new ShelfKeeper(world, log.publish, shelf, () => channels.secrets),
    () => listener.url,
    options.otherEnd ?? null,
  );
  const listener = new Listener(world, log.publish, handlerOf(bench), () => settingsCell.current.bodyLimit);
  if (!saved) await bench.channels.save();
  world.exchanges.onHealth((store) => log.publish({ type: 'store-changed', store }));
  world.exchanges.onRemoved((upTo, exchangeCount) => {
    bench.ledger.show();
    log.publish({ type: 'exchanges-removed', upTo, exchangeCount });
    bench.conversations.forgetUpTo(upTo);
    bench.marks.forgetUpTo(upTo);
  });
  await listener.start(options.port ?? settings.port).catch(passOverFault);
  const harness = commandsOf({ bench, log, listener, settings: settingsCell });
  const stop = async (): Promise<void> => {
    bench.underWay.end();
    bench.turns.endAll();
    await listener.stop();
    // A caller that was cut off is noted after its connection has closed.
    await bench.underWay.allDone();
    await bench.removals.endAll();
  };
  return { harness, allDone: bench.underWay.allDone, stop };
};

const createBench = (
  world: World,
  log: SessionLog,
  channels: Channels,
  conversations: Conversations,
  shelf: ShelfKeeper,
  ownOrigin: () => string | null,
  foreignEnd: string | null,
): Bench => {
  // The clock counts fractions of a millisecond; no platform writes them.
  const stamp: Bench['stamp'] = () => ({ now: Math.floor(world.clock.now()), id: world.ids.uuid });
  const contextOf: Bench['contextOf'] = ({ stored, settings, memory }) => {
    const own = ownOrigin();
    return {
      settings,
      plays: stored.plays,
      stamp: stamp(),
      tokens: world.tokens,
      memory,
      addresses: { own, otherEnd: stored.plays.platform && stored.plays.app ? own : foreignEnd },
      defects: new Set(stored.defects),
    };
  };
  const underWay = new UnderWay(world);
  return {
    world,
    channels,
    conversations,
    latePhases: new LatePhases(),
    ledger: new Ledger(world, log.publish),
    lines: new Lines(),
    loopback: new Loopback(),
    marks: new Marks(world, log.publish),
    removals: new Removals(world, underWay),
    ruleCounter: new RuleCounter(world, log.publish),
    ruledWords: new RuledWords(),
    shelf,
    turns: new Turns(log, world),
    underWay,
    usedTokens: new UsedTokens(),
    ownOrigin,
    stamp,
    contextOf,
  };
};

const handlerOf = (bench: Bench): InboundHandler => ({
  receive: (arrival) => {
    const received = receive(arrival, bench);
    bench.underWay.add(received);
    return received;
  },
  refuse: (malformed) => recordMalformed(malformed, bench),
});

const sessionOf = (
  world: World,
  settings: BenchSettings,
  open: readonly OpenChannel[],
  conversations: readonly Conversation[],
  shelf: ShownShelf,
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
  marks: world.exchanges.listMarks(),
  turns: [],
  ruleHits: [],
  shelf,
  bursts: [],
  openedBundle: null,
});

/** The session tells it already: the page shows the fault and offers the next free port. */
const passOverFault = (error: unknown): void => {
  if (!(error instanceof HarnessError)) throw error;
};
