import type { Dispatch } from '#shared/platforms/dispatch.ts';
import { misbehaveSending } from '#shared/platforms/misbehave.ts';
import type { Bench } from './bench.ts';
import { carry, openDispatch, type OpenedDispatch } from './send.ts';
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
  bench.underWay.add(
    bench.lines.inLine(line, () => sendAll(misbehavedOf(dispatches, chain.channelId, bench), chain, bench)),
  );
};

/** One after the other; what an answer asks to be sent goes before what still waits. */
const sendAll = async (dispatches: readonly Dispatch[], chain: Chain, bench: Bench): Promise<void> => {
  const { channelId, traceId } = chain;
  const waiting = [...dispatches];
  for (let sent = 0; sent < longestChain; sent += 1) {
    const next = waiting.shift();
    if (!next) return;
    if (next.after > 0) await bench.underWay.pause(next.after);
    const channel = bench.channels.find(channelId);
    if (!channel || bench.underWay.isEnding) return;
    const thenSend = await carry(openDispatch(next, channel, bench, traceId), bench);
    waiting.unshift(...misbehavedOf(thenSend, channelId, bench));
  }
};

const misbehavedOf = (dispatches: readonly Dispatch[], channelId: string, bench: Bench): readonly Dispatch[] => {
  const channel = bench.channels.find(channelId);
  return channel ? asMisbehaved(dispatches, channel) : [];
};

/** Carries what is open already, and then the rest: both have been through the defects. */
export const carryOn = async (opened: OpenedDispatch, rest: readonly Dispatch[], bench: Bench): Promise<void> => {
  const channelId = opened.channel.stored.id;
  if (opened.dispatch.after > 0) await bench.underWay.pause(opened.dispatch.after);
  const thenSend = await carry(bench.underWay.isEnding ? tooLate(opened) : opened, bench);
  const { traceId } = opened.opened;
  await sendAll([...misbehavedOf(thenSend, channelId, bench), ...rest], { channelId, traceId }, bench);
};

const tooLate = (opened: OpenedDispatch): OpenedDispatch => ({
  ...opened,
  dispatch: { ...opened.dispatch, withheld: 'Hookbench was closed before it was due' },
});
