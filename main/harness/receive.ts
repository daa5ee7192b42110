import { fault } from '#shared/contract/fault.ts';
import type { Phase } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { jsonResponse, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';
import { explained } from './autopsy.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './open-channel.ts';
import type { Place } from './delivery.ts';
import type { Closing, OpenedExchange } from './ledger.ts';
import { misbehaveReplying } from './misbehave-replying.ts';
import { PhaseClock } from './phase-clock.ts';
import { refusalOf } from './refusals.ts';
import { destinationOf, type Destination } from './routing.ts';
import { nothingBehind, settle, type Settled } from './settle.ts';
import { tell } from './tell.ts';
import type { Arrival, ArrivedBody, Malformed } from './world.ts';

type Judged = Pick<Closing, 'findings' | 'verdict'> &
  Pick<Settled, 'reply' | 'behind' | 'rule'> & { readonly conversationId: string | null };

/** A webhook arrived: show it, keep it, read it, answer it, show the answer. Never rejects. */
export const receive = async (arrival: Arrival, bench: Bench): Promise<RawResponse | null> => {
  try {
    const { reply, behind } = await attend(arrival, bench);
    // A pause lets the reply be written first.
    if (behind !== nothingBehind) bench.underWay.add(bench.underWay.pause(0).then(behind));
    return reply;
  } catch (error) {
    return bugReply(bench.world.reportBug(error)).reply;
  }
};

type Attended = Pick<Settled, 'reply' | 'behind'>;

const attend = async (arrival: Arrival, bench: Bench): Promise<Attended> => {
  const destination = destinationOf(arrival, bench.channels.all);
  const opened = open(arrival, destination, bench);
  const body = await arrival.body;
  const phases = new PhaseClock(arrival.openedAt, bench.world.clock);
  phases.mark('receive');
  if (destination.kind !== 'end' || body.state !== 'complete') {
    const reply = await refuseUnread(arrival, opened, body, destination, phases, bench);
    return { reply, behind: nothingBehind };
  }
  await bench.ledger.keepRequest(opened, body.bytes);
  phases.mark('keep');
  const judged = await judge(arrival, opened, { ...arrival, body: body.bytes }, destination, phases, bench);
  const closed = bench.world.clock.now();
  await bench.ledger.close(opened, closingOf(body, judged, phases.phases), { isRequestKept: true });
  noteLate(arrival, opened, closed, bench);
  bench.channels.showCondition(destination.channel.stored.id);
  return judged;
};

/** Notes when an exchange that closed at `closed` was kept, which is now, and when its reply will be handed over. */
const noteLate = (arrival: Arrival, { id, openedAt }: OpenedExchange, closed: number, bench: Bench): void => {
  const { latePhases, world } = bench;
  latePhases.noteKept(id, closed - openedAt, world.clock.now() - openedAt);
  arrival.onWritten(() => latePhases.noteWritten(id, world.clock.now() - openedAt));
};

/** Bytes came that are no HTTP request: they are shown as what they are. */
export const recordMalformed = (malformed: Malformed, bench: Bench): void => {
  const id = bench.ledger.nextId();
  const opened = bench.ledger.open({
    id,
    openedAt: malformed.at,
    direction: 'inbound',
    channelId: null,
    end: null,
    conversationId: null,
    method: '',
    origin: '',
    target: '',
    httpVersion: '',
    headers: [],
    remote: `${malformed.remote.address}:${malformed.remote.port}`,
    ...ownTrace(id),
    secrets: [],
  });
  void bench.ledger.close(opened, {
    outcome: { state: 'malformed', reason: malformed.reason },
    requestBody: malformed.bytes,
    isRequestTruncated: false,
    response: malformed.status === null ? null : answered(emptyResponse(malformed.status)),
    phases: [],
    findings: [refusalOf.malformed(malformed)],
    verdict: unchecked('This is not an HTTP request, so there is no credential to check.'),
  });
};

const open = (arrival: Arrival, destination: Destination, bench: Bench): OpenedExchange => {
  const claim = destination.kind === 'end' ? destination : null;
  const id = bench.ledger.nextId();
  const sent = bench.loopback.exchangeAt(arrival.remote.port);
  const opened = bench.ledger.open({
    id,
    openedAt: arrival.openedAt,
    direction: 'inbound',
    channelId: claim?.channel.stored.id ?? null,
    end: claim?.end ?? null,
    conversationId: null,
    method: arrival.method,
    origin: '',
    target: arrival.target,
    httpVersion: arrival.httpVersion,
    headers: arrival.headers,
    remote: `${arrival.remote.address}:${arrival.remote.port}`,
    ...(sent ? traceOf(sent) : ownTrace(id)),
    // Of every channel: the secret of one may well stand in a request to another, or to none.
    secrets: bench.channels.secrets,
  });
  if (sent) bench.loopback.received(sent.id, { id, rule: '' });
  return opened;
};

/** With both ends ours, what came is what was sent. */
const traceOf = ({ id, traceId, replayOf, rule, noticed }: OpenedExchange) => ({
  twinId: id,
  traceId,
  replayOf,
  rule,
  noticed,
});

const ownTrace = (id: number) => ({ twinId: null, traceId: id, replayOf: null, rule: '', noticed: [] }) as const;

/** Nothing reads it, so one write keeps it whole: no channel claims it, it is too large, or its sender went away. */
const refuseUnread = async (
  arrival: Arrival,
  opened: OpenedExchange,
  body: ArrivedBody,
  destination: Destination,
  phases: PhaseClock,
  bench: Bench,
): Promise<RawResponse | null> => {
  const { reply, finding, because } = refusalOf.unread(arrival, body, destination, bench);
  const judged = { reply, findings: [finding], verdict: unchecked(because), conversationId: null, rule: '' };
  const closed = bench.world.clock.now();
  await bench.ledger.close(opened, closingOf(body, judged, phases.phases));
  noteLate(arrival, opened, closed, bench);
  return reply;
};

const judge = async (
  arrival: Arrival,
  opened: OpenedExchange,
  request: RawRequest,
  { channel, end, others }: Destination & { readonly kind: 'end' },
  phases: PhaseClock,
  bench: Bench,
): Promise<Judged> => {
  try {
    const { platform, stored } = channel;
    const context = bench.contextOf(channel);
    const reading = await platform.read(end, request, context);
    phases.mark('read');
    if (reading.verdict.state === 'trusted' && reading.verdict.credential?.kind === 'jwt')
      bench.usedTokens.note(request, platform.trust(end, request, context), opened.id);
    const conversationId = reading.userId === null ? null : bench.conversations.ofUser(stored.id, reading.userId).id;
    const place: Place = { channel, end, opened: { ...opened, conversationId }, onGone: arrival.onGone };
    tell(reading.messages, place, bench);
    const { reply, findings, rule, behind } = await misbehaveReplying(place, bench, () =>
      settle(reading, place, bench),
    );
    phases.mark(reply ? 'answer' : 'wait');
    if (opened.twinId !== null && rule !== '') bench.loopback.received(opened.twinId, { id: opened.id, rule });
    const shared = others.length === 0 ? [] : [addressShared(channel, others)];
    const examined = { verdict: reading.verdict, end, request, channel, context };
    const answered = reply && { status: reply.status, isOurs: true };
    const verdict = await explained({ ...examined, ...(answered ? { answered } : {}) }, bench);
    // Only then was there anything to find out.
    if (verdict !== reading.verdict) phases.mark('judge');
    return { reply, behind, rule, findings: [...reading.findings, ...findings, ...shared], verdict, conversationId };
  } catch (error) {
    return bugReply(bench.world.reportBug(error));
  }
};

const addressShared = (channel: OpenChannel, others: readonly string[]): Finding => ({
  severity: 'warning',
  rule: 'channel.address-shared',
  summary: `${others.join(' and ')} has the same address, so ${channel.stored.name} answered. Give each channel an id of its own.`,
  at: 'path',
});

const bugReply = (incident: string): Judged => {
  const { message, next } = fault('bug', { incident });
  const finding: Finding = { severity: 'error', rule: 'hookbench.bug', summary: `${message} ${next}` };
  const verdict: Verdict = unchecked('Hookbench failed while it read this request; its bytes are kept.');
  return {
    reply: jsonResponse(500, { error: message }),
    behind: nothingBehind,
    rule: '',
    findings: [finding],
    verdict,
    conversationId: null,
  };
};

const closingOf = (
  body: ArrivedBody,
  { reply, findings, verdict, conversationId, rule }: Omit<Judged, 'behind'>,
  phases: readonly Phase[],
): Closing => ({
  outcome: reply ? { state: 'answered', status: reply.status } : { state: 'aborted' },
  requestBody: body.bytes,
  isRequestTruncated: body.state !== 'complete',
  response: reply && answered(reply),
  phases,
  findings,
  verdict,
  conversationId,
  rule,
});

const answered = ({ status, reason, headers, body }: RawResponse): Closing['response'] => ({
  status,
  reason,
  headers,
  body,
  httpVersion: '1.1',
  isTruncated: false,
});

const emptyResponse = (status: number): RawResponse => ({ status, reason: '', headers: [], body: new Uint8Array() });
