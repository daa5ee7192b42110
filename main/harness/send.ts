import { fault } from '#shared/contract/fault.ts';
import type { Phase } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { completeHeaders } from '#shared/exchange/raw-http.ts';
import type { Dispatch, ReplyReading } from '#shared/platforms/dispatch.ts';
import { unchecked } from '#shared/trust/verdict.ts';
import { explained } from './autopsy.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './open-channel.ts';
import { isOwnOrigin } from './own-origin.ts';
import { behindOf, deliveryOf, withRule } from './delivery.ts';
import type { Closing, OpenedExchange } from './ledger.ts';
import { tell } from './tell.ts';
import { shifted } from './waited.ts';
import type { Sent } from './world.ts';

/** A dispatch whose row has appeared: what is kept of it is what goes over the wire, with the lines that HTTP asks for. */
export type OpenedDispatch = {
  readonly dispatch: Dispatch;
  readonly opened: OpenedExchange;
  readonly channel: OpenChannel;
  /** Before it was sent. */
  readonly waited: readonly Phase[];
};

/** The row of a dispatch appears, and what it says in the conversation. Without a trace to go on with, it begins one. */
export const openDispatch = (
  wanted: Dispatch,
  channel: OpenChannel,
  bench: Bench,
  traceId?: number,
): OpenedDispatch => {
  const { request } = wanted;
  const id = bench.ledger.nextId();
  const headers = completeHeaders(request, request.origin.replace(/^https?:\/\//, ''));
  const dispatch = { ...wanted, request: { ...request, headers } };
  const channelId = channel.stored.id;
  const opened = bench.ledger.open({
    id,
    openedAt: bench.world.clock.now(),
    direction: 'outbound',
    channelId,
    end: wanted.end,
    conversationId: wanted.userId === null ? null : bench.conversations.ofUser(channelId, wanted.userId).id,
    method: request.method,
    origin: request.origin,
    target: request.target,
    httpVersion: '1.1',
    headers,
    remote: request.origin,
    twinId: null,
    traceId: traceId ?? id,
    replayOf: null,
    rule: wanted.rule ?? '',
    noticed: [],
    secrets: bench.channels.secrets,
  });
  tell(dispatch.messages, { channel, end: wanted.end, opened }, bench);
  return { dispatch, opened, channel, waited: [] };
};

/** Sends an opened dispatch, reads what comes back and keeps both; returns what has to be sent next because of it. */
export const carry = async (
  { dispatch, opened, channel, waited }: OpenedDispatch,
  bench: Bench,
): Promise<readonly Dispatch[]> => {
  const { request } = dispatch;
  const kept = bench.ledger.keepRequest(opened, request.body);
  const sentAt = bench.world.clock.now() - opened.openedAt;
  const sent = dispatch.withheld === undefined ? await put(dispatch, opened, bench) : withheld(dispatch.withheld);
  const twin = bench.loopback.over(opened.id);
  const reading =
    dispatch.withheld === undefined ? await readingOf(dispatch, sent, twin !== null, channel, bench) : notSent;
  tell(reading.messages, { channel, end: dispatch.end, opened }, bench);
  await kept;
  const closing: Closing = {
    ...closingOf(dispatch, sent),
    phases: [...waited, ...shifted(sent.phases, sentAt)],
    findings: [...dispatch.findings, ...reading.findings],
    verdict: reading.verdict,
    twinId: twin?.id ?? null,
    rule: twin?.rule ?? '',
  };
  await bench.ledger.close(opened, closing, { isRequestKept: true });
  bench.channels.showCondition(channel.stored.id);
  const thenSend = withRule(reading.thenSend, twin?.rule || opened.rule);
  return [...thenSend, ...(await afterTurn(dispatch, opened, channel, bench))];
};

/** The words went out, whatever became of them: now the bot of this end answers. */
const afterTurn = async (
  { turn, end }: Dispatch,
  opened: OpenedExchange,
  channel: OpenChannel,
  bench: Bench,
): Promise<readonly Dispatch[]> => {
  if (!turn) return [];
  const delivery = await deliveryOf(turn, { channel, end, opened, onGone: () => undefined }, bench);
  return delivery ? behindOf(delivery) : [];
};

/** Writes a request to the wire, and tells the loopback which exchange it is. */
export const put = ({ request }: Pick<Dispatch, 'request'>, opened: OpenedExchange, bench: Bench): Promise<Sent> => {
  const comesBack = isOwnOrigin(request.origin, bench.ownOrigin());
  return bench.world.outbound.send(request, (localPort) => {
    // Only there can a request of ours come back to us: to another port, its local port says nothing about who calls us.
    if (comesBack) bench.loopback.sent(localPort, opened);
  });
};

const withheld = (reason: string): Sent => ({
  ok: false,
  fault: fault('request.withheld', { reason }),
  phases: [],
  remote: null,
});

const notSent: ReplyReading = {
  messages: [],
  findings: [],
  verdict: unchecked('It was not sent, so there was no credential to check.'),
  thenSend: [],
};

const answeredBy = (sent: Sent) => (sent.ok ? { answered: { status: sent.response.status, isOurs: false } } : {});

const readingOf = async (
  dispatch: Dispatch,
  sent: Sent,
  isTwin: boolean,
  channel: OpenChannel,
  bench: Bench,
): Promise<ReplyReading> => {
  try {
    const context = bench.contextOf(channel);
    const reading = await channel.platform.readReply(dispatch, sent, context);
    // Where it came back to us, the end that refused it says why.
    if (isTwin) return reading;
    const end = dispatch.end === 'app' ? 'platform' : 'app';
    const verdict = await explained(
      { ...reading, end, request: dispatch.request, channel, context, ...answeredBy(sent) },
      bench,
    );
    return { ...reading, verdict };
  } catch (error) {
    const { message, next } = fault('bug', { incident: bench.world.reportBug(error) });
    const finding: Finding = { severity: 'error', rule: 'hookbench.bug', summary: `${message} ${next}` };
    return {
      messages: [],
      findings: [finding],
      verdict: unchecked('Hookbench failed while it read this answer; its bytes are kept.'),
      thenSend: [],
    };
  }
};

/** What became of a request on the wire, without what anybody makes of it. */
export const closingOf = (
  { request }: Pick<Dispatch, 'request'>,
  sent: Sent,
): Pick<Closing, 'outcome' | 'requestBody' | 'isRequestTruncated' | 'response' | 'phases'> & {
  readonly remote?: string;
} => ({
  outcome: sent.ok ? { state: 'answered', status: sent.response.status } : { state: 'failed', fault: sent.fault },
  requestBody: request.body,
  isRequestTruncated: false,
  response: sent.ok ? { ...sent.response, httpVersion: sent.httpVersion, isTruncated: sent.isTruncated } : null,
  phases: sent.phases,
  ...(sent.remote ? { remote: `${sent.remote.address}:${sent.remote.port}` } : {}),
});
