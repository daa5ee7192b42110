import { HarnessError, fault } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { Session } from '#shared/session/state.ts';
import { sessionWhere } from './watch-session.ts';

/** What came of something that was said. */
export type SpokenTurn = {
  readonly exchange: ExchangeSummary;
  /** What the bot said in answer, oldest first. */
  readonly messages: readonly Message[];
};

/** By its name, else by its name without case, else by its id; refuses with the names that there are. */
export const channelNamed = (channels: readonly Channel[], name: string): Channel => {
  const found =
    channels.find((each) => each.name === name) ??
    channels.find((each) => each.name.toLowerCase() === name.toLowerCase()) ??
    channels.find((each) => each.id === name);
  if (found) return found;
  const names = channels.map((each) => `"${each.name}"`).join(', ');
  throw new HarnessError({
    ...fault('channel.unknown', { channel: `"${name}"` }),
    next: names ? `The channels are: ${names}.` : 'There is none yet: add one in the window.',
  });
};

/** Says it and waits until its exchange is closed; null when that took longer than the time limit (milliseconds). */
export const sayAndWait = async (
  harness: Harness,
  conversationId: string,
  text: string,
  timeLimit: number,
): Promise<SpokenTurn | null> => {
  const { exchangeId } = await harness.say({ conversationId, utterance: { kind: 'text', text } });
  return sessionWhere(harness, (session) => turnIn(session, exchangeId), timeLimit);
};

const turnIn = (session: Session, exchangeId: number): SpokenTurn | null => {
  const exchange = session.exchanges.find((each) => each.id === exchangeId);
  if (!exchange || exchange.outcome.state === 'pending') return null;
  return {
    exchange,
    messages: session.messages.filter((each) => each.exchangeId === exchangeId && each.author !== 'user'),
  };
};
