import type { Message } from '#shared/exchange/message.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { BodySource } from './compare-actions.ts';

/** The messages that an exchange carried, whichever of its twins they are told of. */
export const messagesOf = (
  messages: readonly Message[],
  { id, twinId }: Pick<ExchangeSummary, 'id' | 'twinId'>,
): readonly Message[] => messages.filter(({ exchangeId }) => exchangeId === id || exchangeId === twinId);

/** What these messages say, as JSON that can be compared; of one alone its content, else a list with who said it. Null: nothing. */
export const messagesSource = (messages: readonly Message[], isOne: boolean): BodySource => {
  const [first] = messages;
  if (!first) return null;
  const said = isOne ? first.content : messages.map(({ author, content }) => ({ author, ...content }));
  return { json: JSON.stringify(said) };
};
