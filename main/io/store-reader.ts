import type { ExchangeStore } from '#main/harness/exchange-store.ts';
import type { Conversation } from '#shared/channel/channel.ts';
import type { BodyPart, Exchange, ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { StoreDatabase } from './store-database.ts';
import { bodyKey, exchangeOf, summaryOf, type HeadRow, type SummaryRow } from './store-row.ts';
import type { Waiting } from './store-waiting.ts';

type Page = { readonly before?: number; readonly limit: number };
type Slice = NonNullable<ReturnType<ExchangeStore['readBody']>>;

/** Reads exchanges and their bodies: what waits in memory first, then what is committed. */
export class StoreReader {
  readonly #waiting: Waiting;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: StoreDatabase, waiting: Waiting) {
    this.#waiting = waiting;
    this.#statements = prepareStatements(database);
  }

  readonly read = (id: number): Exchange | null => {
    const row = this.#waiting.rows.get(id) ?? this.#statements.exchange.get(id);
    return row ? exchangeOf(row as HeadRow) : null;
  };

  readonly readBody = (id: number, part: BodyPart, from: number, length: number): Slice | null => {
    const row = this.#waiting.rows.get(id);
    const inMemory = part === 'request' ? row?.request : row?.response;
    if (inMemory) return { bytes: inMemory.slice(from, from + length), total: inMemory.byteLength };
    // Null is what the row says of a response that did not come; undefined is a request body that is on the disk.
    if (inMemory === null) return null;
    const size = this.#statements.sizes.get(id) as { readonly request: number; readonly response: number | null };
    const total = size?.[part] ?? null;
    if (total === null) return row ? { bytes: new Uint8Array(), total: 0 } : null;
    if (total === 0) return { bytes: new Uint8Array(), total };
    const slice = this.#statements.slices[part].get(bodyKey(id, part), from + 1, length, id);
    return { bytes: (slice as { readonly bytes: Uint8Array }).bytes, total };
  };

  readonly list = ({ before = Number.MAX_SAFE_INTEGER, limit }: Page): ReturnType<ExchangeStore['list']> => {
    const kept = this.#statements.page.all(before, limit + 1) as SummaryRow[];
    const waiting = [...this.#waiting.rows.values()].filter((each) => each.id < before);
    // What waits replaces what was kept under the same id.
    const byId = new Map<number, SummaryRow>([...kept, ...waiting].map((each) => [each.id, each]));
    return pageOf([...byId.values()], limit);
  };

  /** How many exchanges wait that are not on the disk at all. */
  readonly countNew = (): number => {
    let count = 0;
    for (const id of this.#waiting.rows.keys()) if (!this.#statements.sizes.get(id)) count += 1;
    return count;
  };

  /** How many are newer than this one. */
  readonly countAfter = (id: number): number => {
    let count = (this.#statements.countAfter.get(id) as { readonly exchanges: number }).exchanges;
    for (const each of this.#waiting.rows.keys()) if (each > id && !this.#statements.sizes.get(each)) count += 1;
    return count;
  };

  readonly listConversations = (limit: number): readonly Conversation[] => {
    const kept = this.#statements.newestConversations.all(limit) as ConversationRow[];
    const byId = new Map(kept.map(conversationOf).map((each) => [each.id, each]));
    for (const each of this.#waiting.conversations.values()) byId.set(each.id, each);
    return [...byId.values()].slice(-limit);
  };

  readonly readConversation = (id: string): Conversation | null => {
    const waiting = this.#waiting.conversations.get(id);
    const kept = this.#statements.conversation.get(id) as ConversationRow | undefined;
    return waiting ?? (kept ? conversationOf(kept) : null);
  };
}

type ConversationRow = { readonly conversation: string };

const conversationOf = (row: ConversationRow): Conversation => JSON.parse(row.conversation) as Conversation;

/** The newest of some rows. */
const pageOf = (
  rows: readonly SummaryRow[],
  limit: number,
): { readonly exchanges: readonly ExchangeSummary[]; readonly hasMore: boolean } => ({
  exchanges: rows
    .toSorted((one, other) => other.id - one.id)
    .slice(0, limit)
    .map(summaryOf),
  hasMore: rows.length > limit,
});

const sliceOf = (part: BodyPart): string =>
  `SELECT substr(coalesce(${part}, (SELECT bytes FROM bodies WHERE key = ?)), ?, ?) AS bytes FROM exchanges WHERE id = ?`;

const prepareStatements = ({ prepare }: StoreDatabase) => ({
  exchange: prepare('SELECT id, summary, detail FROM exchanges WHERE id = ?'),
  sizes: prepare('SELECT request_bytes AS request, response_bytes AS response FROM exchanges WHERE id = ?'),
  slices: { request: prepare(sliceOf('request')), response: prepare(sliceOf('response')) },
  page: prepare('SELECT id, summary FROM exchanges WHERE id < ? ORDER BY id DESC LIMIT ?'),
  countAfter: prepare('SELECT count(*) AS exchanges FROM exchanges WHERE id > ?'),
  newestConversations: prepare(
    'SELECT conversation FROM (SELECT seq, conversation FROM conversations ORDER BY seq DESC LIMIT ?) ORDER BY seq',
  ),
  conversation: prepare('SELECT conversation FROM conversations WHERE id = ?'),
});
