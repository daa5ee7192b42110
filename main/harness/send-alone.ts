import type { End } from '#shared/exchange/exchange.ts';
import { completeHeaders } from '#shared/exchange/raw-http.ts';
import { replayFinding, type Replay } from '#shared/exchange/replay.ts';
import { authorityOf } from '#shared/exchange/written-request.ts';
import type { OutboundRequest } from '#shared/platforms/dispatch.ts';
import { unchecked } from '#shared/trust/verdict.ts';
import type { Bench } from './bench.ts';
import type { OpenedExchange } from './ledger.ts';
import type { OpenChannel } from './open-channel.ts';
import { closingOf, put } from './send.ts';
import { shifted } from './waited.ts';
import type { Sent } from './world.ts';

/** A request that is on its way: its exchange, and when it is over. */
export type SentAlone = { readonly exchangeId: number; readonly over: Promise<Sent> };

/** Whose request it is: of this end of a channel, or of none; and which one it is, sent once more. */
export type Sender = { readonly channel: OpenChannel | null; readonly end: End | null; readonly replay?: Replay };

/** Sends a request that belongs to no conversation, as it is: no platform reads its answer, which is there to be looked at. */
export const sendAlone = (wanted: OutboundRequest, { channel, end, replay }: Sender, bench: Bench): SentAlone => {
  const request = { ...wanted, headers: completeHeaders(wanted, authorityOf(wanted.origin)) };
  const id = bench.ledger.nextId();
  const opened = bench.ledger.open({
    id,
    openedAt: bench.world.clock.now(),
    direction: 'outbound',
    channelId: channel?.stored.id ?? null,
    end,
    conversationId: null,
    method: request.method,
    origin: request.origin,
    target: request.target,
    httpVersion: '1.1',
    headers: request.headers,
    remote: request.origin,
    twinId: null,
    traceId: id,
    replayOf: replay?.of ?? null,
    rule: '',
    noticed: replay ? [replayFinding(replay)] : [],
    secrets: bench.channels.secrets,
  });
  const over = carryAlone(request, opened, channel, bench);
  bench.underWay.add(over);
  return { exchangeId: opened.id, over };
};

const carryAlone = async (
  request: OutboundRequest,
  opened: OpenedExchange,
  channel: OpenChannel | null,
  bench: Bench,
): Promise<Sent> => {
  const kept = bench.ledger.keepRequest(opened, request.body);
  const sentAt = bench.world.clock.now() - opened.openedAt;
  const sent = await put({ request }, opened, bench);
  const twin = bench.loopback.over(opened.id);
  await kept;
  const phases = shifted(sent.phases, sentAt);
  const read = { phases, findings: [], verdict: notRead, twinId: twin?.id ?? null, rule: twin?.rule ?? '' };
  await bench.ledger.close(opened, { ...closingOf({ request }, sent), ...read }, { isRequestKept: true });
  if (channel) bench.channels.showCondition(channel.stored.id);
  return sent;
};

const notRead = unchecked('This request was sent by hand: its answer is shown, and belongs to no conversation.');
