import type { Finding } from '#shared/exchange/finding.ts';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import type { Dispatch, Reading, Turn } from '#shared/platforms/dispatch.ts';
import { deliveryOf, withNoticed, type Place } from './delivery.ts';
import type { Bench } from './bench.ts';
import { deliver } from './deliver.ts';

/** What an inbound exchange ends with; without a reply, its caller went away. `thenSend` goes out behind the reply. */
export type Settled = {
  readonly reply: RawResponse | null;
  readonly findings: readonly Finding[];
  readonly thenSend: readonly Dispatch[];
};

/** The reply to what was read: known at once, or made of the answer to a turn, which may come after the reply. */
export const settle = async ({ next }: Reading, place: Place, bench: Bench): Promise<Settled> => {
  if (next.kind === 'reply') return { reply: next.reply, findings: [], thenSend: next.thenSend };
  const { turn, replyNow } = next;
  if (replyNow === undefined) {
    const delivery = await deliveryOf(turn, place, bench);
    return delivery ?? { reply: null, findings: [], thenSend: [] };
  }
  bench.underWay.add(answerBehind(turn, place, bench));
  return { reply: replyNow, findings: [], thenSend: [] };
};

/** The caller has its reply already. */
const answerBehind = async (turn: Turn, place: Place, bench: Bench): Promise<void> => {
  const delivery = await deliveryOf(turn, { ...place, onGone: () => undefined }, bench);
  if (!delivery) return;
  deliver(withNoticed(delivery), place.channel.stored.id, bench);
};
