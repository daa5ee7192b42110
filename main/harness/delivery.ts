import type { End } from '#shared/exchange/exchange.ts';
import type { Delivery, Dispatch, Turn } from '#shared/platforms/dispatch.ts';
import { answerTurn } from './answer-turn.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './open-channel.ts';
import type { OpenedExchange } from './ledger.ts';
import { lossFindings } from './loss.ts';
import { tell } from './tell.ts';

/** An exchange of an end of ours in which somebody spoke. */
export type Place = {
  readonly channel: OpenChannel;
  readonly end: End;
  readonly opened: OpenedExchange;
  readonly onGone: (act: () => void) => void;
};

/** What an end does with the answer to a turn, and the rule that made the answer; '' where none did. */
export type Answering = Delivery & { readonly rule: string };

/** Lets the turn be answered, tells it, and says what the end does with the answer; null when the caller went away meanwhile. */
export const deliveryOf = async (turn: Turn, place: Place, bench: Bench): Promise<Answering | null> => {
  const { channel, end, opened, onGone } = place;
  const asked = { channel, end, exchangeId: opened.id, conversationId: opened.conversationId, onGone };
  const given = await answerTurn(turn, asked, bench);
  if (given.kind === 'gone') return null;
  const answer = given.kind === 'answer' ? given.answer : 'timed-out';
  const delivery = await channel.platform.deliver(end, turn, answer, bench.contextOf(channel));
  tell(delivery.messages, place, bench);
  if (given.kind !== 'answer') return { ...delivery, rule: '' };
  const { rule, findings } = given;
  bench.ruledWords.note(given.answer.contents, rule);
  const noticed = [...findings, ...lossFindings(given.answer.contents, channel)];
  return {
    ...delivery,
    rule,
    thenSend: withRule(delivery.thenSend, rule),
    findings: [...delivery.findings, ...noticed],
  };
};

/** What is sent because of an answer carries the name of the rule that made it. */
export const withRule = (dispatches: readonly Dispatch[], rule: string): readonly Dispatch[] =>
  rule === '' || dispatches.length === 0 ? dispatches : dispatches.map((each) => ({ rule, ...each }));

/** What is sent behind the exchange; what was noticed about the answer goes with the first of it, as the exchange may be closed by then. */
export const behindOf = ({ thenSend, findings }: Delivery): readonly Dispatch[] => {
  const [first, ...rest] = thenSend;
  return first ? [{ ...first, findings: [...first.findings, ...findings] }, ...rest] : [];
};
