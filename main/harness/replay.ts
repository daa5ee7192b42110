import { receiverOf } from '#shared/exchange/receiver.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import { withoutConnection } from '#shared/sending/request-bytes.ts';
import { withHeader } from '#shared/trust/authorize.ts';
import type { Bench } from './bench.ts';
import { jwtModelOf } from './examine-request.ts';
import { keptRequest } from './kept-request.ts';
import { sendAlone } from './send-alone.ts';
import { signedAnew } from './signed-anew.ts';

/** Seconds that a replay waits for its answer. */
const timeLimit = 30;

/** Sends a kept request once more, to where it went: to the byte, or with a credential made anew. */
export const replay = async (
  { exchangeId, how }: CommandInput<'replay'>,
  bench: Bench,
): Promise<{ readonly exchangeId: number }> => {
  const { request: kept, summary } = keptRequest(exchangeId, bench);
  if (summary.channelId === null) throw new HarnessError(fault('replay.nowhere', { id: exchangeId }));
  const channel = bench.channels.byId(summary.channelId);
  const origin = summary.direction === 'outbound' ? summary.origin : bench.ownOrigin();
  if (origin === null) throw new HarnessError(fault('listening.off'));
  const receiver = receiverOf(summary);
  const plain = { ...kept, headers: withoutConnection(kept.headers) };
  const request = how === 're-sign' ? await signedAnew(plain, receiver, channel, bench) : plain;
  const end = receiver === 'platform' ? 'app' : 'platform';
  const sender = { channel, end, replay: { of: exchangeId, how } } as const;
  return { exchangeId: sendAlone({ ...request, origin, timeLimit }, sender, bench).exchangeId };
};

/** Sends what the user’s “hi” would be, with this token instead of the channel’s own. */
export const sendToken = async (
  { channelId, token }: CommandInput<'sendToken'>,
  bench: Bench,
): Promise<{ readonly exchangeId: number }> => {
  const channel = bench.channels.byId(channelId);
  const { platform, settings, stored } = channel;
  const { spot } = jwtModelOf(channel, bench);
  if (!stored.plays.app) throw new HarnessError(fault('end.absent', { end: 'app', channel: stored.name }));
  if (stored.plays.platform && bench.ownOrigin() === null) throw new HarnessError(fault('listening.off'));
  const said = {
    as: 'user',
    userId: platform.newUserId(bench.stamp(), settings),
    utterance: { kind: 'text', text: 'hi' },
    isNewSession: true,
  } as const;
  const [first] = await platform.say(said, bench.contextOf(channel));
  if (!first) throw new HarnessError(fault('voice.absent', { channel: stored.name, voice: 'user' }));
  const headers = withHeader(first.request.headers, spot.name, [spot.scheme, token].filter(Boolean).join(' '));
  return { exchangeId: sendAlone({ ...first.request, headers }, { channel, end: first.end }, bench).exchangeId };
};
