import type { Finding } from '#shared/exchange/finding.ts';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import type { Dispatch, Reading, Turn } from '#shared/platforms/dispatch.ts';
import type { Bench } from './bench.ts';
import { deliver } from './deliver.ts';
import { deliveryOf, withNoticed, type Place } from './delivery.ts';

/** What an inbound exchange ends with; without a reply, its caller went away. */
export type Settled = {
  readonly reply: RawResponse | null;
  readonly findings: readonly Finding[];
  /** What goes on when the caller has its reply. */
  readonly behind: () => Promise<void> | void;
};

export const nothingBehind = (): void => undefined;

/** The reply to what was read: known at once, or made of the answer to a turn, which may come after the reply. */
export const settle = async ({ next }: Reading, place: Place, bench: Bench): Promise<Settled> => {
  const channelId = place.channel.stored.id;
  if (next.kind === 'reply')
    return { reply: next.reply, findings: [], behind: sending(next.thenSend, channelId, bench) };
  const { turn, replyNow } = next;
  if (replyNow !== undefined) return { reply: replyNow, findings: [], behind: () => answerBehind(turn, place, bench) };
  const delivery = await deliveryOf(turn, place, bench);
  if (!delivery) return { reply: null, findings: [], behind: nothingBehind };
  const { reply, findings, thenSend } = delivery;
  return { reply, findings, behind: sending(thenSend, channelId, bench) };
};

/** Most requests cause nothing: then there is nothing to wait for either. */
const sending = (thenSend: readonly Dispatch[], channelId: string, bench: Bench): Settled['behind'] =>
  thenSend.length === 0 ? nothingBehind : () => deliver(thenSend, channelId, bench);

const answerBehind = async (turn: Turn, place: Place, bench: Bench): Promise<void> => {
  const delivery = await deliveryOf(turn, { ...place, onGone: () => undefined }, bench);
  if (delivery) deliver(withNoticed(delivery), place.channel.stored.id, bench);
};
