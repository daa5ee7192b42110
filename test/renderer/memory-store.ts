import type { ExchangeRecord, ExchangeStore } from '#main/harness/exchange-store.ts';
import type { RowSearch } from '#main/harness/row-store.ts';
import type { Conversation } from '#shared/channel/channel.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { withMarks, type Mark } from '#shared/exchange/mark.ts';
import type { Message } from '#shared/exchange/message.ts';
import { facetsOf, isRow } from '#shared/query/facets.ts';
import { passes } from '#shared/query/match.ts';
import type { Searched } from '#shared/query/searched-text.ts';

const searchedOf = (record: ExchangeRecord | undefined): Searched => {
  if (!record) throw new Error('There is no such record.');
  return { exchange: record.exchange, request: record.requestBody, response: record.responseBody };
};

/** An exchange store without a disk, for screens: what it keeps is gone with it. */
export const createMemoryStore = (): ExchangeStore => {
  const records = new Map<number, ExchangeRecord>();
  const conversations = new Map<string, Conversation>();
  let messages: readonly Message[] = [];
  let hiddenUpTo = 0;
  const isShown = (id: number): boolean => id > hiddenUpTo;
  const count = (): number => [...records.keys()].filter(isShown).length;
  let marks: readonly Mark[] = [];
  const newestFirst = () =>
    [...records.values()].toSorted((one, other) => other.exchange.summary.id - one.exchange.summary.id);
  const summaryOf = (id: number | null): ExchangeSummary | null =>
    id !== null && isShown(id) ? (records.get(id)?.exchange.summary ?? null) : null;
  const summariesOf = (ids: readonly number[]): readonly ExchangeSummary[] => ids.flatMap((id) => summaryOf(id) ?? []);
  const isFound = (summary: ExchangeSummary, { filter, search }: RowSearch): boolean =>
    isRow(summary) &&
    passes(filter, facetsOf(summary, summaryOf(summary.twinId)), () => searchedOf(records.get(summary.id)), search);
  const removeUpTo = (id: number): void => {
    for (const each of records.keys()) if (each <= id) records.delete(each);
    messages = messages.filter((each) => each.exchangeId > id);
    marks = marks.filter((each) => each.exchangeId > id);
  };
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
    list: ({ before = Infinity, limit }) => {
      const fitting = newestFirst().filter(
        (each) => isShown(each.exchange.summary.id) && each.exchange.summary.id < before,
      );
      return {
        exchanges: fitting.slice(0, limit).map((each) => each.exchange.summary),
        hasMore: fitting.length > limit,
      };
    },
    findRows: ({ before = Infinity, ...search }) => {
      const found = newestFirst().filter(
        ({ exchange: { summary } }) => isShown(summary.id) && summary.id < before && isFound(summary, search),
      );
      return {
        ids: found.map((each) => each.exchange.summary.id),
        conversationIds: found.map((each) => each.exchange.summary.conversationId ?? ''),
        verdicts: found.map((each) => each.exchange.summary.verdict),
        nextBefore: null,
      };
    },
    matchRows: ({ ids, ...search }) =>
      summariesOf(ids)
        .filter((each) => isFound(each, search))
        .map((each) => each.id),
    readSummaries: summariesOf,
    listMarks: () => marks,
    keepMarks: (changed) => {
      marks = withMarks(marks, changed);
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
    messagesOf: (exchangeIds, limit) =>
      messages.filter((each) => isShown(each.exchangeId) && exchangeIds.includes(each.exchangeId)).slice(0, limit),
    listConversations: (limit) => [...conversations.values()].slice(-limit),
    readConversation: (id) => conversations.get(id) ?? null,
    removeUpTo: (id) => {
      removeUpTo(id);
      return count();
    },
    removeSomeUpTo: (id) => {
      removeUpTo(id);
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
