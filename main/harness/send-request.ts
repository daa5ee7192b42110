import { receiverOf } from '#shared/exchange/receiver.ts';
import { fault, HarnessError, type InputIssue } from '#shared/contract/fault.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import type { End } from '#shared/exchange/exchange.ts';
import { pathOf } from '#shared/exchange/raw-http.ts';
import type { OutboundRequest } from '#shared/platforms/dispatch.ts';
import { filledRequest, variableIssues } from '#shared/sending/fill-request.ts';
import { requestBytes } from '#shared/sending/request-bytes.ts';
import { requestIssues } from '#shared/sending/request-issues.ts';
import { knownVariables } from '#shared/sending/variables.ts';
import { placeRequest } from '#shared/trust/pasted-place.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './open-channel.ts';
import { sendAlone, type Sender } from './send-alone.ts';
import { signedAnew } from './signed-anew.ts';

/** Sends a request as a person wrote it. */
export const sendRequest = async (
  input: CommandInput<'sendRequest'>,
  bench: Bench,
): Promise<{ readonly exchangeId: number }> => {
  const { request, sender } = await writtenRequest(input, 1, bench);
  return { exchangeId: sendAlone(request, sender, bench).exchangeId };
};

/** The bytes of an edited request and whose it is: its variables filled in, its credential made anew where that is asked for. */
export const writtenRequest = async (
  input: CommandInput<'sendRequest'>,
  n: number,
  bench: Bench,
): Promise<{ readonly request: OutboundRequest; readonly sender: Sender }> => {
  const channel = input.channelId === null ? null : bench.channels.byId(input.channelId);
  const settings = channel?.settings ?? null;
  const names = Object.keys(channel?.platform.settings.properties ?? {});
  orRefuse(variableIssues(input, knownVariables(names)));
  const { now, id } = bench.stamp();
  const filled = filledRequest(input, { now, uuid: id, n, settings });
  orRefuse(requestIssues(filled));
  const request = { ...requestBytes(filled), timeLimit: input.timeLimit };
  const receiver = channel && receiverAt(request, channel, input.of, bench);
  const made: Pick<Sender, 'replay'> = input.of === null ? {} : { replay: { of: input.of, how: 'edited' } };
  const sender: Sender = { channel, end: receiver && other(receiver), ...made };
  if (input.sign === 'as-is') return { request, sender };
  if (!channel || !receiver)
    throw refusal([{ path: '/sign', message: 'needs a channel whose credential it is to get' }]);
  return { request: { ...request, ...(await signedAnew(request, receiver, channel, bench)) }, sender };
};

const orRefuse = (issues: readonly InputIssue[]): void => {
  if (issues.length > 0) throw refusal(issues);
};

const refusal = (issues: readonly InputIssue[]): HarnessError =>
  new HarnessError(fault('input.invalid', { problem: 'This request cannot be sent as it is.' }, issues));

const other = (end: End): End => (end === 'app' ? 'platform' : 'app');

/**
 * The end whose address it has; where it goes to the path of the exchange that it was made of, the end that got that one. That exchange
 * may have been cleared while the editor was open: it is not needed.
 */
const receiverAt = (
  request: OutboundRequest,
  { platform, settings, stored }: OpenChannel,
  of: number | null,
  bench: Bench,
): End => {
  const before = of === null ? null : bench.world.exchanges.read(of);
  return before?.summary.channelId === stored.id && pathOf(before.target) === pathOf(request.target)
    ? receiverOf(before.summary)
    : placeRequest(request, { platform, settings, end: undefined }).end;
};
