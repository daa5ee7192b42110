import type { Conversation } from '#shared/channel/channel.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { ExchangeRow } from './store-row.ts';

/** What was given to the store and is not committed: one tick's worth while all is well, more while the disk refuses. */
export class Waiting {
  #rows = new Map<number, ExchangeRow>();
  #messages: Message[] = [];
  #conversations = new Map<string, Conversation>();
  #bytes = 0;

  get rows(): ReadonlyMap<number, ExchangeRow> {
    return this.#rows;
  }

  get messages(): readonly Message[] {
    return this.#messages;
  }

  get conversations(): ReadonlyMap<string, Conversation> {
    return this.#conversations;
  }

  /** About how much memory it takes. */
  get bytes(): number {
    return this.#bytes;
  }

  readonly addRow = (row: ExchangeRow): void => {
    const before = this.#rows.get(row.id);
    if (before) this.#bytes -= sizeOfRow(before);
    const merged = before && !row.request ? { ...row, request: before.request } : row;
    this.#rows.set(row.id, merged);
    this.#bytes += sizeOfRow(merged);
  };

  readonly addMessages = (messages: readonly Message[]): void => {
    this.#messages.push(...messages);
    this.#bytes += sizeOfMessages(messages);
  };

  readonly addConversation = (conversation: Conversation): void => {
    this.#conversations.set(conversation.id, conversation);
  };

  readonly dropRow = (id: number): void => {
    const row = this.#rows.get(id);
    if (row) this.#bytes -= sizeOfRow(row);
    this.#rows.delete(id);
  };

  readonly dropUpTo = (id: number): void => {
    for (const each of this.#rows.keys()) if (each <= id) this.dropRow(each);
    this.#messages = this.#messages.filter((each) => each.exchangeId > id);
  };

  readonly clear = (): void => {
    // New ones: a Map that grew keeps its memory.
    if (this.#rows.size > 0) this.#rows = new Map();
    if (this.#messages.length > 0) this.#messages = [];
    if (this.#conversations.size > 0) this.#conversations = new Map();
    this.#bytes = 0;
  };
}

export const sizeOfRow = (row: ExchangeRow): number =>
  row.summary.length + row.detail.length + (row.request?.byteLength ?? 0) + (row.response?.byteLength ?? 0);

export const sizeOfMessages = (messages: readonly Message[]): number => JSON.stringify(messages).length;
