import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { authorize } from '#shared/trust/authorize.ts';
import type { Bench } from './bench.ts';
import { receiverOf } from './examine-request.ts';
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
  const opened = openDispatch(
    {
      request: { ...request, origin, timeLimit },
      end: receiver === 'platform' ? 'app' : 'platform',
      userId: null,
      messages: [],
      findings: [],
      after: 0,
      purpose: replayed,
      detail: { of: exchangeId },
    },
    channel,
    bench,
  );
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
