import type { Channel } from '#shared/channel/channel.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { withMarks } from '#shared/exchange/mark.ts';
import { withBurst } from '#shared/sending/burst.ts';
import { withHits } from '#shared/session/rule-hits.ts';
import { sessionWindow, type Session } from '#shared/session/state.ts';
import type { SessionEvent } from '#shared/session/events.ts';
import { assertNever } from '#shared/text/assert-never.ts';

/**
 * The session after some events. The same function runs where events are made and where they are shown.
 * Takes them as one batch, so that a burst of exchanges copies the session and its exchange list once and not once per event.
 */
export const reduce = (session: Session, events: readonly SessionEvent[]): Session => {
  const exchanges = foldExchanges(session.exchanges, events);
  const folded = events.reduce(apply, session);
  if (exchanges === session.exchanges) return folded;
  return { ...folded, exchanges, exchangeCount: foldCount(session.exchangeCount, events) };
};

const apply = (session: Session, event: SessionEvent): Session => {
  switch (event.type) {
    case 'settings-changed':
      return { ...session, settings: event.settings };
    case 'listening-changed':
      return { ...session, listening: event.listening };
    case 'store-changed':
      return { ...session, store: event.store };
    case 'shelf-changed':
      return { ...session, shelf: event.shelf };
    case 'channel-added':
      return {
        ...session,
        channels: session.channels.toSpliced(event.at ?? session.channels.length, 0, event.channel),
      };
    case 'channel-changed':
      return {
        ...session,
        channels: session.channels.map((each) => (each.id === event.channel.id ? event.channel : each)),
      };
    case 'channel-removed':
      return { ...session, channels: session.channels.filter((each) => each.id !== event.channelId) };
    case 'channels-ordered': {
      const places = new Map(event.channelIds.map((id, place) => [id, place]));
      const placeOf = ({ id }: Channel) => places.get(id) ?? places.size;
      return { ...session, channels: session.channels.toSorted((one, other) => placeOf(one) - placeOf(other)) };
    }
    case 'conversation-started':
      return {
        ...session,
        conversations: [
          ...session.conversations.filter((each) => each.id !== event.conversation.id),
          event.conversation,
        ].slice(-sessionWindow),
      };
    case 'message-added':
      return { ...session, messages: [...session.messages, event.message].slice(-sessionWindow) };
    case 'exchange-opened':
    case 'exchange-closed':
      return session;
    case 'exchanges-removed':
      return {
        ...session,
        messages: session.messages.filter((each) => each.exchangeId > event.upTo),
        marks: session.marks.filter((each) => each.exchangeId > event.upTo),
      };
    case 'exchanges-restored':
      return { ...session, messages: event.messages, marks: event.marks };
    case 'exchanges-marked':
      return { ...session, marks: withMarks(session.marks, event.marks) };
    case 'rules-hit':
      return { ...session, ruleHits: withHits(session.ruleHits, event.hits) };
    case 'turn-opened':
      return { ...session, turns: [...session.turns, event.turn] };
    case 'turn-closed':
      return { ...session, turns: session.turns.filter((each) => each.exchangeId !== event.exchangeId) };
    case 'burst-changed':
      return { ...session, bursts: withBurst(session.bursts, event.burst) };
    default:
      return assertNever(event);
  }
};

const foldCount = (before: number, events: readonly SessionEvent[]): number => {
  let count = before;
  for (const event of events) {
    if (event.type === 'exchange-opened') count += 1;
    else if (event.type === 'exchanges-removed') count = event.exchangeCount;
    else if (event.type === 'exchanges-restored') count += event.restoredCount;
  }
  return count;
};

const foldExchanges = (
  before: readonly ExchangeSummary[],
  events: readonly SessionEvent[],
): readonly ExchangeSummary[] => {
  let after: ExchangeSummary[] | null = null;
  for (const event of events) {
    if (event.type === 'exchange-opened') insertById((after ??= [...before]), event.exchange);
    else if (event.type === 'exchange-closed') replaceById((after ??= [...before]), event.exchange);
    else if (event.type === 'exchanges-removed') after = (after ?? before).filter((each) => each.id > event.upTo);
    else if (event.type === 'exchanges-restored') after = joined(after ?? before, event.exchanges);
  }
  if (!after) return before;
  return after.length > sessionWindow ? after.slice(-sessionWindow) : after;
};

/** What the session knows of an exchange is never older than what is restored. */
const joined = (known: readonly ExchangeSummary[], restored: readonly ExchangeSummary[]): ExchangeSummary[] => {
  const byId = new Map([...restored, ...known].map((each) => [each.id, each]));
  return [...byId.values()].toSorted((one, other) => one.id - other.id);
};

/** A slow one may be told of after a faster one that came later. */
const insertById = (exchanges: ExchangeSummary[], exchange: ExchangeSummary): void => {
  let index = exchanges.length;
  while (index > 0 && (exchanges[index - 1]?.id ?? 0) > exchange.id) index -= 1;
  exchanges.splice(index, 0, exchange);
};

/** From the end: an exchange that closes is nearly always among the newest. */
const replaceById = (exchanges: ExchangeSummary[], exchange: ExchangeSummary): void => {
  const index = exchanges.findLastIndex((each) => each.id === exchange.id);
  if (index >= 0) exchanges[index] = exchange;
};
