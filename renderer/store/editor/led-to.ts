import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { Session } from '#shared/session/state.ts';

/** The messages that a request led to: those of every exchange that it set going. */
export const ledTo = (
  { exchanges, messages }: Pick<Session, 'exchanges' | 'messages'>,
  { traceId }: Pick<ExchangeSummary, 'traceId'>,
): readonly Message[] => {
  const ids = new Set(exchanges.filter((each) => each.traceId === traceId).map(({ id }) => id));
  return messages.filter(({ exchangeId }) => ids.has(exchangeId));
};
