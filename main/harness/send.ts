import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import { completeHeaders } from '#shared/exchange/raw-http.ts';
import type { OutboundRequest, ReplyReading } from '#shared/platforms/platform.ts';
import { unchecked } from '#shared/trust/verdict.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './channels.ts';
import type { Closing, OpenedExchange } from './ledger.ts';
import type { Sent } from './world.ts';

/**
 * A person says something as the user: make the request that carries it, send it, read what comes back.
 * Returns when the exchange is open; `done` settles when it is closed and kept.
 */
export const say = async (
  { conversationId, utterance }: CommandInput<'say'>,
  bench: Bench,
  ownOrigin: () => string | null,
): Promise<{ readonly exchangeId: number; readonly done: Promise<void> }> => {
  const conversation = bench.conversations.byId(conversationId);
  const channel = bench.channels.byId(conversation.channelId);
  const { stored, platform } = channel;
  if (!stored.plays.app) throw new HarnessError(fault('end.absent', { end: 'app', channel: stored.name }));
  return bench.conversations.inTurn(conversationId, async () => {
    const origin = stored.plays.platform ? ownOrigin() : null;
    if (stored.plays.platform && origin === null) throw new HarnessError(fault('listening.off'));
    const isNewSession = !bench.conversations.hasSpoken(conversationId);
    const said = { userId: conversation.userId, utterance, origin, isNewSession };
    const request = asSent(await platform.say(said, bench.contextOf(channel)));
    const opened = open(request, channel, conversationId, bench);
    bench.conversations.tell({ channelId: stored.id, conversationId, exchangeId: opened.id }, [
      { author: 'user', content: { kind: 'text', text: spokenText(utterance) } },
    ]);
    const comesBack = isOwn(request.origin, ownOrigin());
    return { exchangeId: opened.id, done: carry(request, opened, channel, comesBack, bench) };
  });
};

/** Only there can a request of ours come back to us: to another port, its local port says nothing about who calls us. */
const isOwn = (origin: string, own: string | null): boolean =>
  own !== null && (origin === own || origin === own.replace('//127.0.0.1:', '//localhost:'));

const spokenText = (utterance: Utterance): string => (utterance.kind === 'text' ? utterance.text : utterance.title);

/** What is kept is what goes over the wire, with the lines that HTTP asks for. */
const asSent = (request: OutboundRequest): OutboundRequest => ({
  ...request,
  headers: completeHeaders(request, request.origin.replace(/^https?:\/\//, '')),
});

const open = (request: OutboundRequest, channel: OpenChannel, conversationId: string, bench: Bench): OpenedExchange =>
  bench.ledger.open({
    id: bench.ledger.nextId(),
    openedAt: bench.world.clock.now(),
    direction: 'outbound',
    channelId: channel.stored.id,
    end: 'app',
    conversationId,
    method: request.method,
    origin: request.origin,
    target: request.target,
    httpVersion: '1.1',
    headers: request.headers,
    remote: request.origin,
    twinId: null,
    secrets: channel.secrets,
  });

const carry = async (
  request: OutboundRequest,
  opened: OpenedExchange,
  channel: OpenChannel,
  comesBack: boolean,
  bench: Bench,
): Promise<void> => {
  const kept = bench.ledger.keepRequest(opened, request.body);
  const sent = await bench.world.outbound.send(request, (localPort) => {
    if (comesBack) bench.loopback.sent(localPort, opened.id);
  });
  const twinId = bench.loopback.over(opened.id);
  const reading = readingOf(request, sent, channel, bench);
  if (opened.conversationId !== null) {
    const { conversationId, id } = opened;
    bench.conversations.tell({ channelId: channel.stored.id, conversationId, exchangeId: id }, reading.messages);
  }
  await kept;
  await bench.ledger.close(opened, { ...closingOf(request, sent), ...pick(reading), twinId }, { isRequestKept: true });
};

const pick = ({ findings, verdict }: ReplyReading): Pick<Closing, 'findings' | 'verdict'> => ({ findings, verdict });

const readingOf = (request: OutboundRequest, sent: Sent, channel: OpenChannel, bench: Bench): ReplyReading => {
  if (!sent.ok)
    return { messages: [], findings: [], verdict: unchecked('No answer came, so nobody judged the credential.') };
  try {
    return channel.platform.readReply(request, sent.response, bench.contextOf(channel));
  } catch (error) {
    const { message, next } = fault('bug', { incident: bench.world.reportBug(error) });
    const finding: Finding = { severity: 'error', rule: 'hookbench.bug', summary: `${message} ${next}` };
    return {
      messages: [],
      findings: [finding],
      verdict: unchecked('Hookbench failed while it read this answer; its bytes are kept.'),
    };
  }
};

const closingOf = (
  request: OutboundRequest,
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
