import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { authorize } from '#shared/trust/authorize.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './open-channel.ts';

/** The request with the credential of the channel made anew, because somebody asked for it. Refuses where it carries none or nothing signs. */
export const signedAnew = async (
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
