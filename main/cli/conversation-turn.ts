import { HarnessError, fault } from '#shared/contract/fault.ts';
import type { CommandInput, Harness } from '#shared/contract/harness.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { Session } from '#shared/session/state.ts';
import { sessionOf, sessionWhereItStays } from './watch-session.ts';

/** What came of something that was said. */
export type SpokenTurn = {
  /** The one that carried the words. */
  readonly exchange: ExchangeSummary;
  /** It, and what it caused in the same conversation, oldest first. */
  readonly exchanges: readonly ExchangeSummary[];
  /** What others said in answer, oldest first. */
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

/** Milliseconds in which nothing is open: then nothing more is on its way between two ends of ours. */
const quiet = 150;

type Patience = {
  /** Milliseconds. */
  readonly timeLimit: number;
  /** True where an answer is waited for as long, though nothing seems to be on its way. */
  readonly isAwaited: boolean;
};

/** Says it and waits until its exchange is closed and the conversation is quiet; null when its exchange took longer than the time limit. */
export const sayAndWait = async (
  harness: Harness,
  said: CommandInput<'say'>,
  { timeLimit, isAwaited }: Patience,
): Promise<SpokenTurn | null> => {
  const { exchangeId } = await harness.say(said);
  const turnIn = (session: Session): SpokenTurn | null => turnAfter(session, exchangeId, said);
  const overIn = (session: Session): SpokenTurn | null => {
    const turn = turnIn(session);
    if (!turn || !isQuiet(session, turn, said.conversationId)) return null;
    return isAwaited && isAccepted(turn.exchange) && turn.messages.length === 0 ? null : turn;
  };
  return (await sessionWhereItStays(harness, overIn, quiet, timeLimit)) ?? turnIn(await sessionOf(harness));
};

const isAccepted = ({ outcome }: ExchangeSummary): boolean => outcome.state === 'answered' && outcome.status < 300;

const isQuiet = ({ turns }: Session, { exchanges }: SpokenTurn, conversationId: string): boolean =>
  exchanges.every(({ outcome }) => outcome.state !== 'pending') &&
  turns.every((each) => each.conversationId !== conversationId);

/** Null while the words are still on their way. */
const turnAfter = (
  session: Session,
  exchangeId: number,
  { conversationId, as = 'user' }: CommandInput<'say'>,
): SpokenTurn | null => {
  const exchange = session.exchanges.find((each) => each.id === exchangeId);
  if (!exchange || exchange.outcome.state === 'pending') return null;
  const since = session.exchanges.filter(({ id }) => id >= exchangeId);
  const exchanges = since.filter(
    (each) => each.conversationId === conversationId || each.id === exchange.twinId || each.id === exchangeId,
  );
  const ids = exchanges.map(({ id }) => id);
  const messages = session.messages.filter(
    (each) => ids.includes(each.exchangeId) && each.conversationId === conversationId && each.author !== as,
  );
  return { exchange, exchanges, messages };
};
