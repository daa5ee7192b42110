import type { Dispatch } from '#shared/platforms/dispatch.ts';
import { misbehaveSending } from '#shared/platforms/misbehave.ts';
import type { Bench } from './bench.ts';
import { carry, openDispatch, type OpenedDispatch } from './send.ts';
import { rounded } from './phase-clock.ts';
import { waitedBefore } from './waited.ts';
import type { OpenChannel } from './open-channel.ts';

/** How much one thing that was said may cause to be sent: more is two ends that answer each other for ever. */
const longestChain = 2000;

/** What an end wants to send, as the defects that are switched on let it go out. */
export const asMisbehaved = (dispatches: readonly Dispatch[], { stored, platform }: OpenChannel): readonly Dispatch[] =>
  stored.defects.length === 0
    ? dispatches
    : misbehaveSending(
        dispatches,
        platform.defects.filter((each) => stored.defects.includes(each.id)),
      );

/** What a chain belongs to. */
type Chain = { readonly channelId: string; readonly traceId: number };

/** Sends behind a reply: for each end and user one line, so that what is said first arrives first. */
export const deliver = (dispatches: readonly Dispatch[], chain: Chain, bench: Bench): void => {
  const [first] = dispatches;
  if (!first) return;
  const line = `${chain.channelId} ${first.end} ${first.userId ?? ''}`;
  const since = bench.world.clock.now();
  bench.underWay.add(
    bench.lines.inLine(line, () => sendAll(misbehavedOf(dispatches, chain.channelId, bench), since, chain, bench)),
  );
};

const asked = (dispatch: Dispatch, since: number) => ({ dispatch, since });

/** One after the other; what an answer asks to be sent goes before what still waits. */
const sendAll = async (
  dispatches: readonly Dispatch[],
  since: number,
  { channelId, traceId }: Chain,
  bench: Bench,
): Promise<void> => {
  const { clock } = bench.world;
  const waiting = dispatches.map((each) => asked(each, since));
  for (let sent = 0; sent < longestChain; sent += 1) {
    const next = waiting.shift();
    if (!next) return;
    const turnAt = clock.now();
    if (next.dispatch.after > 0) await bench.underWay.pause(next.dispatch.after);
    const channel = bench.channels.find(channelId);
    if (!channel || bench.underWay.isEnding) return;
    const opened = openDispatch(next.dispatch, channel, bench, traceId);
    const waited = waitedBefore({ since: next.since, turnAt, openedAt: opened.opened.openedAt });
    const thenSend = await carry({ ...opened, waited }, bench);
    const now = clock.now();
    waiting.unshift(...misbehavedOf(thenSend, channelId, bench).map((each) => asked(each, now)));
  }
};

const misbehavedOf = (dispatches: readonly Dispatch[], channelId: string, bench: Bench): readonly Dispatch[] => {
  const channel = bench.channels.find(channelId);
  return channel ? asMisbehaved(dispatches, channel) : [];
};

/** Carries what is open already, and then the rest: both have been through the defects. */
export const carryOn = async (opened: OpenedDispatch, rest: readonly Dispatch[], bench: Bench): Promise<void> => {
  const channelId = opened.channel.stored.id;
  const { traceId, openedAt } = opened.opened;
  const { clock } = bench.world;
  if (opened.dispatch.after > 0) await bench.underWay.pause(opened.dispatch.after);
  const paused = opened.dispatch.after > 0 ? [{ name: 'pause', from: 0, to: rounded(clock.now() - openedAt) }] : [];
  const due = { ...opened, waited: paused };
  const thenSend = await carry(bench.underWay.isEnding ? tooLate(due) : due, bench);
  const chain = { channelId, traceId };
  await sendAll([...misbehavedOf(thenSend, channelId, bench), ...rest], clock.now(), chain, bench);
};

const tooLate = (opened: OpenedDispatch): OpenedDispatch => ({
  ...opened,
  dispatch: { ...opened.dispatch, withheld: 'Hookbench was closed before it was due' },
});
