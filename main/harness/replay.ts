import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { OutboundRequest } from '#shared/platforms/dispatch.ts';
import { authorize, withHeader } from '#shared/trust/authorize.ts';
import type { Bench } from './bench.ts';
import { jwtModelOf, receiverOf } from './examine-request.ts';
import { keptRequest } from './kept-request.ts';
import type { OpenChannel } from './open-channel.ts';
import { carry, openDispatch, replayed } from './send.ts';

/** Seconds that a replay waits for its answer. */
const timeLimit = 30;

/** Lines that the new connection tells for itself. */
const ofConnection = new Set(['host', 'content-length', 'connection', 'keep-alive', 'transfer-encoding', 'expect']);

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
  const plain = { ...kept, headers: kept.headers.filter(([name]) => !ofConnection.has(name.toLowerCase())) };
  const request = how === 're-sign' ? await signedAnew(plain, receiver, channel, bench) : plain;
  return sendAlone({ ...request, origin, timeLimit }, receiver === 'platform' ? 'app' : 'platform', channel, bench);
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
  return sendAlone({ ...first.request, headers }, first.end, channel, bench);
};

/** A request that belongs to no conversation: its answer is there to be looked at. */
const sendAlone = (
  request: OutboundRequest,
  end: End,
  channel: OpenChannel,
  bench: Bench,
): { readonly exchangeId: number } => {
  const alone = { userId: null, messages: [], findings: [], after: 0, purpose: replayed, detail: {} };
  const opened = openDispatch({ request, end, ...alone }, channel, bench);
  bench.underWay.add(carry(opened, bench));
  return { exchangeId: opened.opened.id };
};

const signedAnew = async (
  request: RawRequest,
  receiver: End,
  channel: OpenChannel,
  bench: Bench,
): Promise<RawRequest> => {
  const model = channel.platform.trust(receiver, request, bench.contextOf(channel));
  if (!model) throw new HarnessError(fault('replay.unsigned', { channel: channel.stored.name }));
  if (model.kind === 'jwt') {
    const problem = await bench.world.tokens.keyProblem(model.algorithm, 'sign', model.signingKey);
    if (problem !== null) throw new HarnessError(fault('input.invalid', { problem }));
  }
  return authorize(request, model, { ...bench.stamp(), tokens: bench.world.tokens });
};
