import type { ExchangeRecord, ExchangeStore } from '#main/harness/exchange-store.ts';
import type { Conversation } from '#shared/channel/channel.ts';
import type { Message } from '#shared/exchange/message.ts';

/** An exchange store without a disk, for screens: what it keeps is gone with it. */
export const createMemoryStore = (): ExchangeStore => {
  const records = new Map<number, ExchangeRecord>();
  const conversations = new Map<string, Conversation>();
  let messages: readonly Message[] = [];
  let hiddenUpTo = 0;
  const isShown = (id: number): boolean => id > hiddenUpTo;
  const count = (): number => [...records.keys()].filter(isShown).length;
  const newestFirst = () =>
    [...records.values()].toSorted((one, other) => other.exchange.summary.id - one.exchange.summary.id);
  const textOf = ({ exchange, requestBody, responseBody }: ExchangeRecord): string =>
    [
      exchange.target,
      JSON.stringify([exchange.request.headers, exchange.response?.headers]),
      ...[requestBody, responseBody ?? new Uint8Array()].map((each) => new TextDecoder().decode(each)),
    ]
      .join(' ')
      .toLowerCase();
  return {
    keep: async (record) => {
      const { id } = record.exchange.summary;
      const requestBody = record.requestBody ?? records.get(id)?.requestBody ?? new Uint8Array();
      const request = { ...record.exchange.request, bodyBytes: requestBody.byteLength };
      records.set(id, { ...record, exchange: { ...record.exchange, request }, requestBody });
    },
    keepMessages: async (more) => {
      messages = [...messages, ...more];
    },
    keepConversation: async (conversation) => {
      conversations.set(conversation.id, conversation);
    },
    newestId: () => Math.max(0, ...records.keys()),
    count,
    read: (id) => (isShown(id) ? (records.get(id)?.exchange ?? null) : null),
    readBody: (id, part, from, length) => {
      const record = isShown(id) ? records.get(id) : undefined;
      const body = part === 'request' ? record?.requestBody : record?.responseBody;
      return body ? { bytes: body.slice(from, from + length), total: body.byteLength } : null;
    },
    list: ({ before = Infinity, limit, matching }) => {
      const words = (matching ?? '').toLowerCase().split(/\s+/).filter(Boolean);
      const fitting = newestFirst().filter(
        (each) =>
          isShown(each.exchange.summary.id) &&
          each.exchange.summary.id < before &&
          words.every((word) => textOf(each).includes(word)),
      );
      return {
        exchanges: fitting.slice(0, limit).map((each) => each.exchange.summary),
        hasMore: fitting.length > limit,
      };
    },
    listMessages: ({ conversationId, before, limit }) => {
      const end = before === undefined ? messages.length : messages.findIndex((each) => each.id === before);
      const fitting = messages
        .slice(0, end)
        .filter((each) => isShown(each.exchangeId))
        .filter((each) => conversationId === undefined || each.conversationId === conversationId)
        .toReversed();
      return { messages: fitting.slice(0, limit), hasMore: fitting.length > limit };
    },
    listConversations: (limit) => [...conversations.values()].slice(-limit),
    readConversation: (id) => conversations.get(id) ?? null,
    removeUpTo: (id) => {
      for (const each of records.keys()) if (each <= id) records.delete(each);
      messages = messages.filter((each) => each.exchangeId > id);
      return count();
    },
    removeSomeUpTo: (id) => {
      for (const each of records.keys()) if (each <= id) records.delete(each);
      messages = messages.filter((each) => each.exchangeId > id);
      return true;
    },
    hideUpTo: (id) => {
      hiddenUpTo = id;
      return count();
    },
    configure: () => undefined,
    onHealth: () => undefined,
    onRemoved: () => undefined,
    close: async () => undefined,
  };
};
