import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { BodyPart } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import { isTranscript, type ExportFormat } from '#shared/export/export-format.ts';
import type { ExportedExchange } from '#shared/export/exported.ts';
import type { ExportSource, Progress } from '#shared/export/write-export.ts';
import { sessionWindow } from '#shared/session/state.ts';
import { chosenExchanges, type Choice, type ChosenExchanges, type Choosing } from './chosen-exchanges.ts';
import type { ExchangeStore } from './exchange-store.ts';

const page = 1000;
const mostMessages = 100_000;

/** What there is to export. Refuses with `export.nothing`. */
export function* exportSource(
  format: ExportFormat,
  choice: Choice,
  bench: Choosing,
): Generator<Progress, ExportSource> {
  const { exchanges } = bench.world;
  const isNarrowed = choice.exchangeIds !== undefined || choice.query !== undefined;
  // What was said is carried by either half of a loopback.
  const withTwins = isTranscript(format) || format === 'bundle';
  const chosen = isNarrowed || !isTranscript(format) ? yield* chosenExchanges(choice, withTwins, bench) : null;
  const ids = isTranscript(format) ? [] : (chosen?.ids ?? []);
  // A command or a collection can only tell of what can be sent again.
  const malformed = format === 'curl' || format === 'postman' ? (chosen?.malformed ?? new Set()) : new Set();
  const exchangeIds = ids.filter((id) => !malformed.has(id));
  const conversations = withTwins ? chosenConversations(choice, isNarrowed ? chosen : null, bench) : [];
  if (exchangeIds.length === 0 && conversations.length === 0) throw new HarnessError(fault('export.nothing'));
  const marks = new Map(bench.marks.all.map((each) => [each.exchangeId, each]));
  return {
    exchangeIds,
    exchange: (id) => {
      const found = exportedExchange(id, exchanges);
      const mark = marks.get(id);
      return found && mark ? { ...found, mark } : found;
    },
    conversations,
    skipped: [
      ...(chosen?.skipped ?? []),
      ...(malformed.size > 0 ? [{ why: 'malformed', count: malformed.size } as const] : []),
    ],
  };
}

/** An exchange with its bodies; null where it is not kept. */
export const exportedExchange = (id: number, exchanges: ExchangeStore): ExportedExchange | null => {
  const exchange = exchanges.read(id);
  if (!exchange) return null;
  const bodyOf = (part: BodyPart, length: number): Uint8Array =>
    exchanges.readBody(id, part, 0, Math.max(1, length))?.bytes ?? new Uint8Array();
  return {
    exchange,
    requestBody: bodyOf('request', exchange.request.bodyBytes),
    responseBody: exchange.response && bodyOf('response', exchange.response.bodyBytes),
  };
};

/** `carriers`: only what these exchanges carried; null: everything that was said. */
const chosenConversations = (
  choice: Choice,
  carriers: ChosenExchanges | null,
  { world: { exchanges }, channels }: Choosing,
): ExportSource['conversations'] => {
  const ids = carriers ? [...carriers.conversationIds] : choice.conversationIds;
  const found = ids
    ? ids.flatMap((id) => exchanges.readConversation(id) ?? [])
    : exchanges.listConversations(sessionWindow);
  const carried = carriers && new Set(carriers.ids);
  return found.flatMap((conversation) => {
    const channel = channels.find(conversation.channelId)?.stored;
    const isChosen = choice.channelId === undefined || conversation.channelId === choice.channelId;
    const { messages } = exchanges.listMessages({ conversationId: conversation.id, limit: 1 });
    if (!channel || !isChosen || messages.length === 0) return [];
    const { id, name, platformId } = channel;
    return [
      () => {
        const told = messagesOf(conversation.id, exchanges).filter(
          ({ exchangeId }) => carried === null || carried.has(exchangeId),
        );
        return { conversation, channel: { id, name, platformId }, messages: told, traces: tracesOf(told, exchanges) };
      },
    ];
  });
};

const tracesOf = (messages: readonly Message[], exchanges: ExchangeStore): ReadonlyMap<number, number> => {
  const ids = [...new Set(messages.map(({ exchangeId }) => exchangeId))];
  return new Map(
    ids.flatMap((id) => {
      const found = exchanges.read(id);
      return found ? [[id, found.summary.traceId] as const] : [];
    }),
  );
};

/** Oldest first. */
const messagesOf = (conversationId: string, exchanges: ExchangeStore): readonly Message[] => {
  const messages: Message[] = [];
  for (;;) {
    const before = messages.at(-1)?.id;
    const more = exchanges.listMessages({ conversationId, limit: page, ...(before === undefined ? {} : { before }) });
    messages.push(...more.messages);
    if (!more.hasMore || more.messages.length === 0 || messages.length >= mostMessages) return messages.toReversed();
  }
};
