import type { ExchangeStore } from '#main/harness/exchange-store.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { SqlStatement } from './sqlite.ts';
import type { StoreDatabase } from './store-database.ts';
import type { Waiting } from './store-waiting.ts';

type Page = Parameters<ExchangeStore['listMessages']>[0];
type Found = ReturnType<ExchangeStore['listMessages']>;

/** Reads messages newest first: those that wait are the newest. */
export class MessageReader {
  readonly #waiting: Waiting;
  readonly #place: SqlStatement;
  readonly #ofAll: SqlStatement;
  readonly #ofOne: SqlStatement;

  constructor({ prepare }: StoreDatabase, waiting: Waiting) {
    this.#waiting = waiting;
    this.#place = prepare('SELECT seq FROM messages WHERE id = ?');
    this.#ofAll = prepare('SELECT message FROM messages WHERE seq < ? ORDER BY seq DESC LIMIT ?');
    this.#ofOne = prepare(
      'SELECT message FROM messages WHERE conversation_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
    );
  }

  readonly list = (page: Page): Found => {
    const waiting = this.#newestWaiting(page);
    const kept = waiting.length > page.limit ? [] : this.#kept(page, page.limit + 1 - waiting.length);
    const messages = [...waiting, ...kept];
    return { messages: messages.slice(0, page.limit), hasMore: messages.length > page.limit };
  };

  readonly #newestWaiting = ({ conversationId, before }: Page): readonly Message[] => {
    const { messages } = this.#waiting;
    const end = before === undefined ? messages.length : messages.findIndex((each) => each.id === before);
    return messages
      .slice(0, Math.max(0, end))
      .filter((each) => conversationId === undefined || each.conversationId === conversationId)
      .toReversed();
  };

  readonly #kept = ({ conversationId, before }: Page, limit: number): readonly Message[] => {
    const seq = this.#seqBefore(before);
    const rows =
      conversationId === undefined ? this.#ofAll.all(seq, limit) : this.#ofOne.all(conversationId, seq, limit);
    return (rows as { readonly message: string }[]).map((each) => JSON.parse(each.message) as Message);
  };

  /** A message that is not there any more was removed with everything older: nothing is before it. */
  readonly #seqBefore = (before: string | undefined): number => {
    if (before === undefined || this.#waiting.messages.some((each) => each.id === before))
      return Number.MAX_SAFE_INTEGER;
    return (this.#place.get(before) as { readonly seq: number } | undefined)?.seq ?? 0;
  };
}
