import type { Finding } from '#shared/exchange/finding.ts';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import type { Dispatch, Reading, Turn } from '#shared/platforms/dispatch.ts';
import type { Bench } from './bench.ts';
import { deliver } from './deliver.ts';
import { behindOf, deliveryOf, withRule, type Place } from './delivery.ts';

/** What an inbound exchange ends with; without a reply, its caller went away. */
export type Settled = {
  readonly reply: RawResponse | null;
  readonly findings: readonly Finding[];
  /** The rule that made the reply; '' where none did. */
  readonly rule: string;
  /** What goes on when the caller has its reply. */
  readonly behind: () => Promise<void> | void;
};

export const nothingBehind = (): void => undefined;

/** The reply to what was read: known at once, or made of the answer to a turn, which may come after the reply. */
export const settle = async ({ next, messages }: Reading, place: Place, bench: Bench): Promise<Settled> => {
  if (next.kind === 'reply')
    return {
      findings: [],
      // What was said before and is handed out now.
      rule: bench.ruledWords.ruleOf(messages),
      reply: next.reply,
      // What tells of the words of the request tells of those that a rule made.
      behind: sending(withRule(next.thenSend, place.opened.rule), place, bench),
    };
  const { turn, replyNow } = next;
  if (replyNow !== undefined) return { ...unruled, reply: replyNow, behind: () => answerBehind(turn, place, bench) };
  const delivery = await deliveryOf(turn, place, bench);
  if (!delivery) return { ...unruled, reply: null, behind: nothingBehind };
  const { reply, findings, rule, thenSend } = delivery;
  return { reply, findings, rule, behind: sending(thenSend, place, bench) };
};

const unruled = { findings: [], rule: '' } as const;

const chainOf = ({ channel, opened }: Place) => ({ channelId: channel.stored.id, traceId: opened.traceId });

/** Most requests cause nothing: then there is nothing to wait for either. */
const sending = (thenSend: readonly Dispatch[], place: Place, bench: Bench): Settled['behind'] =>
  thenSend.length === 0 ? nothingBehind : () => deliver(thenSend, chainOf(place), bench);

const answerBehind = async (turn: Turn, place: Place, bench: Bench): Promise<void> => {
  const delivery = await deliveryOf(turn, { ...place, onGone: () => undefined }, bench);
  if (delivery) deliver(behindOf(delivery), chainOf(place), bench);
};
