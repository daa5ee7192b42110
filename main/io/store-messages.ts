import type { ExchangeStore } from '#main/harness/exchange-store.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { SqlStatement } from './sqlite.ts';
import type { StoreDatabase } from './store-database.ts';
import type { Hidden } from './store-hidden.ts';
import type { Waiting } from './store-waiting.ts';

type Page = Parameters<ExchangeStore['listMessages']>[0];
type Found = ReturnType<ExchangeStore['listMessages']>;

/** Reads messages newest first: those that wait are the newest. */
export class MessageReader {
  readonly #waiting: Waiting;
  readonly #hidden: Hidden;
  readonly #place: SqlStatement;
  readonly #ofAll: SqlStatement;
  readonly #ofOne: SqlStatement;
  readonly #ofExchanges: SqlStatement;

  constructor({ prepare }: StoreDatabase, waiting: Waiting, hidden: Hidden) {
    this.#waiting = waiting;
    this.#hidden = hidden;
    this.#place = prepare('SELECT seq FROM messages WHERE id = ?');
    // With a plus sign: SQLite must not walk through the index of exchanges here, and sort everything that it finds.
    const page = 'seq < ? AND +exchange_id > ? ORDER BY seq DESC LIMIT ?';
    this.#ofAll = prepare(`SELECT message FROM messages WHERE ${page}`);
    this.#ofExchanges = prepare(
      'SELECT message FROM messages WHERE exchange_id IN (SELECT value FROM json_each(?)) AND exchange_id > ? ORDER BY seq LIMIT ?',
    );
    this.#ofOne = prepare(`SELECT message FROM messages WHERE conversation_id = ? AND ${page}`);
  }

  readonly list = (page: Page): Found => {
    const waiting = this.#newestWaiting(page);
    const kept = waiting.length > page.limit ? [] : this.#kept(page, page.limit + 1 - waiting.length);
    const messages = [...waiting, ...kept];
    return { messages: messages.slice(0, page.limit), hasMore: messages.length > page.limit };
  };

  readonly ofExchanges = (exchangeIds: readonly number[], limit: number): readonly Message[] => {
    const rows = this.#ofExchanges.all(JSON.stringify(exchangeIds), this.#hidden.upTo, limit);
    const waiting = this.#newestWaiting({ limit }).filter((each) => exchangeIds.includes(each.exchangeId));
    return [...messagesIn(rows), ...waiting.toReversed()].slice(0, limit);
  };

  readonly #newestWaiting = ({ conversationId, before }: Page): readonly Message[] => {
    const { messages } = this.#waiting;
    const end = before === undefined ? messages.length : messages.findIndex((each) => each.id === before);
    return messages
      .slice(0, Math.max(0, end))
      .filter((each) => conversationId === undefined || each.conversationId === conversationId)
      .filter((each) => !this.#hidden.has(each.exchangeId))
      .toReversed();
  };

  readonly #kept = ({ conversationId, before }: Page, limit: number): readonly Message[] => {
    const seq = this.#seqBefore(before);
    const { upTo } = this.#hidden;
    const rows =
      conversationId === undefined
        ? this.#ofAll.all(seq, upTo, limit)
        : this.#ofOne.all(conversationId, seq, upTo, limit);
    return messagesIn(rows);
  };

  /** A message that is not there any more was removed with everything older: nothing is before it. */
  readonly #seqBefore = (before: string | undefined): number => {
    if (before === undefined || this.#waiting.messages.some((each) => each.id === before))
      return Number.MAX_SAFE_INTEGER;
    return (this.#place.get(before) as { readonly seq: number } | undefined)?.seq ?? 0;
  };
}

const messagesIn = (rows: readonly unknown[]): readonly Message[] =>
  (rows as readonly { readonly message: string }[]).map((each) => JSON.parse(each.message) as Message);
