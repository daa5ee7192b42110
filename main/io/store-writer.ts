import type { Conversation } from '#shared/channel/channel.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { SqlStatement } from './sqlite.ts';
import type { StoreDatabase } from './store-database.ts';
import { bodyKey, bytesInRow, type ExchangeRow } from './store-row.ts';
import { TotalsRow, type Totals } from './store-totals.ts';

/** What is written in one transaction. */
export type Batch = {
  readonly rows: ReadonlyMap<number, ExchangeRow>;
  readonly messages: readonly Message[];
  readonly conversations: ReadonlyMap<string, Conversation>;
};

type Sizes = { readonly request: number; readonly response: number | null };

/** Writes what was given, and knows the totals of what is committed. */
export class StoreWriter {
  readonly #database: StoreDatabase;
  readonly #statements: Statements;
  readonly #totalsRow: TotalsRow;
  #totals: Totals;
  /** Up to where the text index has come: what changes below has to go through it again. */
  readonly #indexedUpTo: () => number;

  constructor(database: StoreDatabase, indexedUpTo: () => number) {
    this.#database = database;
    this.#statements = prepareStatements(database);
    this.#indexedUpTo = indexedUpTo;
    this.#totalsRow = new TotalsRow(database);
    this.#totals = this.#totalsRow.read();
  }

  get totals(): Totals {
    return this.#totals;
  }

  /** All of it or, when it throws, nothing. */
  readonly write = (batch: Batch): void => {
    this.#totals = this.#database.transact(() => {
      let totals = this.#totals;
      let oldestId = Infinity;
      for (const row of batch.rows.values()) {
        totals = this.#writeRow(row, totals);
        oldestId = Math.min(oldestId, row.id);
      }
      this.#totalsRow.keepUp(totals, oldestId);
      for (const each of batch.messages) this.#writeMessage(each);
      for (const each of batch.conversations.values())
        this.#statements.putConversation.run(each.id, JSON.stringify(each));
      return totals;
    });
  };

  /** Removes exchanges up to and with this id, with their bodies, words and messages. */
  readonly removeUpTo = (id: number): void => {
    this.#totals = this.#database.transact(() => {
      const { countUpTo, removals, removeEverything } = this.#statements;
      const gone = countUpTo.get(id) as { readonly exchanges: number; readonly bodyBytes: number };
      const left = this.#totals.exchanges - gone.exchanges;
      // Without a condition SQLite drops the pages at once and looks at no row.
      if (left === 0) this.#database.exec(removeEverything);
      else for (const { statement, bound } of removals) statement.run(bound(id));
      this.#statements.removeMessages.run(id);
      const totals: Totals = {
        newestId: Math.max(this.#totals.newestId, id),
        removedUpTo: Math.max(this.#totals.removedUpTo, id),
        exchanges: left,
        bodyBytes: this.#totals.bodyBytes - gone.bodyBytes,
      };
      this.#totalsRow.keepUp(totals, 0);
      return totals;
    });
  };

  readonly #writeRow = (row: ExchangeRow, totals: Totals): Totals => {
    if (row.id <= totals.removedUpTo) return totals;
    const before = row.id > totals.newestId ? undefined : (this.#statements.sizes.get(row.id) as Sizes | undefined);
    const request = row.request?.byteLength ?? before?.request ?? 0;
    const response = row.response?.byteLength ?? null;
    const { insert, update } = this.#statements;
    const values = [Number(row.isPending), request, response, row.summary, row.detail, inRow(row.response)] as const;
    if (before) this.#removeBefore(row, before);
    if (before && !row.request) update.run(...values, row.id);
    // Not `run`: the object that tells what it changed costs a tenth of the insert.
    else insert.get(...values, inRow(row.request), row.id);
    if (row.request) this.#writeLarge(bodyKey(row.id, 'request'), row.request);
    if (row.response) this.#writeLarge(bodyKey(row.id, 'response'), row.response);
    if (row.id <= this.#indexedUpTo()) this.#markStale(row);
    const bytesBefore = before ? before.request + (before.response ?? 0) : 0;
    return {
      newestId: Math.max(totals.newestId, row.id),
      removedUpTo: totals.removedUpTo,
      exchanges: totals.exchanges + (before ? 0 : 1),
      bodyBytes: totals.bodyBytes + request + (response ?? 0) - bytesBefore,
    };
  };

  /** What the sending side came to know is found by the row of its twin. */
  readonly #markStale = ({ id, receivedId }: ExchangeRow): void => {
    this.#statements.markStale.run(id);
    if (receivedId !== null && receivedId <= this.#indexedUpTo()) this.#statements.markStale.run(receivedId);
  };

  readonly #writeLarge = (key: number, body: Uint8Array): void => {
    if (body.byteLength > bytesInRow) this.#statements.insertBody.run(key, body);
  };

  /** What this row does not keep of the one that is there. */
  readonly #removeBefore = (row: ExchangeRow, before: Sizes): void => {
    const { removeRow, removeBody } = this.#statements;
    if (row.request) removeRow.run(row.id);
    if (row.request && before.request > 0) removeBody.run(bodyKey(row.id, 'request'));
    if (before.response) removeBody.run(bodyKey(row.id, 'response'));
  };

  readonly #writeMessage = (message: Message): void => {
    this.#statements.putMessage.run(message.id, message.conversationId, message.exchangeId, JSON.stringify(message));
  };
}

/** Null: its place is not the row, or there is none. */
const inRow = (body: Uint8Array | null | undefined): Uint8Array | null =>
  body && body.byteLength <= bytesInRow ? body : null;

type Statements = ReturnType<typeof prepareStatements>;

const prepareStatements = ({ prepare }: StoreDatabase) => {
  const upTo = (sql: string, bound = (id: number): number => id): Removal => ({ statement: prepare(sql), bound });
  return {
    sizes: prepare('SELECT request_bytes AS request, response_bytes AS response FROM exchanges WHERE id = ?'),
    insert: prepare(
      `INSERT INTO exchanges (is_pending, request_bytes, response_bytes, summary, detail, response, request, id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    update: prepare(
      `UPDATE exchanges SET is_pending = ?, request_bytes = ?, response_bytes = ?, summary = ?, detail = ?, response = ?
       WHERE id = ?`,
    ),
    removeRow: prepare('DELETE FROM exchanges WHERE id = ?'),
    insertBody: prepare('INSERT INTO bodies (key, bytes) VALUES (?, ?)'),
    removeBody: prepare('DELETE FROM bodies WHERE key = ?'),
    putMessage: prepare(
      `INSERT INTO messages (id, conversation_id, exchange_id, message) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET message = excluded.message, exchange_id = excluded.exchange_id`,
    ),
    putConversation: prepare(
      `INSERT INTO conversations (id, conversation) VALUES (?, ?)
       ON CONFLICT (id) DO UPDATE SET conversation = excluded.conversation`,
    ),
    markStale: prepare('INSERT OR IGNORE INTO stale_words (id) VALUES (?)'),
    countUpTo: prepare(
      `SELECT count(*) AS exchanges, coalesce(sum(request_bytes + coalesce(response_bytes, 0)), 0) AS bodyBytes
       FROM exchanges WHERE id <= ?`,
    ),
    removals: [
      upTo('DELETE FROM exchanges WHERE id <= ?'),
      upTo('DELETE FROM bodies WHERE key <= ?', (id) => bodyKey(id, 'response')),
      upTo('DELETE FROM exchange_words WHERE rowid <= ?'),
      upTo('DELETE FROM stale_words WHERE id <= ?'),
      upTo('DELETE FROM facets WHERE id <= ?'),
      upTo('DELETE FROM marks WHERE exchange_id <= ?'),
    ],
    removeEverything: `DELETE FROM exchanges; DELETE FROM bodies; DELETE FROM stale_words; DELETE FROM facets; DELETE FROM marks;
      INSERT INTO exchange_words (exchange_words) VALUES ('delete-all')`,
    removeMessages: prepare('DELETE FROM messages WHERE exchange_id <= ?'),
  };
};

type Removal = { readonly statement: SqlStatement; readonly bound: (id: number) => number };
