import type { ExchangeStore } from '#main/harness/exchange-store.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import { loadEngine, type SqliteEngine } from './sqlite.ts';
import { GroupCommit } from './store-commits.ts';
import { faultOfWrite, StoreDatabase } from './store-database.ts';
import { Hidden } from './store-hidden.ts';
import { StoreIndex } from './store-index.ts';
import { closeInterrupted } from './store-interrupted.ts';
import { MarkTable } from './store-marks.ts';
import { MessageReader } from './store-messages.ts';
import { StoreReader } from './store-reader.ts';
import { RecordReader } from './store-records.ts';
import { Retention } from './store-retention.ts';
import { rowOf } from './store-row.ts';
import { StoreRows } from './store-rows.ts';
import { sizeOfMessages, sizeOfRow, Waiting } from './store-waiting.ts';
import { StoreWriter } from './store-writer.ts';

export type StoreOptions = {
  /** The most pages that the file may have, asked before each commit: a full disk that is emptied when this says more. */
  readonly maxPages?: () => number;
};

/** What the disk refuses behind a reply is tried again after the next commit, which tells the user when it is refused too. */
const tryLater = (): void => undefined;

/** The exchanges, messages and conversations of a data folder, in SQLite. Throws `store.newer` and `data.unreadable`. */
export const openExchangeStore = (
  folder: string,
  engine: SqliteEngine = loadEngine(),
  { maxPages }: StoreOptions = {},
): ExchangeStore => {
  const database = new StoreDatabase(folder, engine);
  closeInterrupted(database);
  const waiting = new Waiting();
  const index = new StoreIndex(database, tryLater);
  const writer = new StoreWriter(database, () => index.upTo);
  const hidden = new Hidden();
  const reader = new StoreReader(database, waiting);
  const count = (): number =>
    hidden.upTo === 0 ? writer.totals.exchanges + reader.countNew() : reader.countAfter(hidden.upTo);
  const retention = new Retention(database, writer, count, tryLater);
  const messages = new MessageReader(database, waiting, hidden);
  const rows = new StoreRows(database, waiting, hidden, index, new RecordReader(database, waiting, hidden));
  const marks = new MarkTable(database);
  const commits = new GroupCommit({
    folder,
    waiting,
    write: (batch) => {
      if (maxPages) database.exec(`PRAGMA max_page_count = ${maxPages()}`);
      writer.write(batch);
    },
    onCommitted: () => {
      retention.apply();
      index.noteCommit();
    },
  });
  /** What the disk refuses while somebody waits for it. */
  const orRefuse = (write: () => void): void => {
    try {
      write();
    } catch (error) {
      throw new HarnessError(faultOfWrite(error, folder), { cause: error });
    }
  };
  let newestGiven = writer.totals.newestId;
  let isOpen = true;
  const remove = (id: number): void => {
    orRefuse(() => writer.removeUpTo(id));
    waiting.dropUpTo(id);
    if (id >= hidden.upTo) hidden.upTo = 0;
  };

  return {
    keep: (record) => {
      newestGiven = Math.max(newestGiven, record.exchange.summary.id);
      const row = rowOf(record);
      return commits.add(sizeOfRow(row), () => waiting.addRow(row));
    },
    keepMessages: (more) => commits.add(sizeOfMessages(more), () => waiting.addMessages(more)),
    keepConversation: (conversation) => commits.add(0, () => waiting.addConversation(conversation)),
    newestId: () => Math.max(newestGiven, writer.totals.newestId),
    count,
    read: (id) => (hidden.has(id) ? null : reader.read(id)),
    readBody: (id, ...slice) => (hidden.has(id) ? null : reader.readBody(id, ...slice)),
    list: hidden.cut(reader.list),
    listMessages: messages.list,
    messagesOf: messages.ofExchanges,
    listConversations: reader.listConversations,
    readConversation: reader.readConversation,
    findRows: rows.find,
    matchRows: rows.match,
    readSummaries: rows.read,
    listMarks: marks.list,
    keepMarks: (changed) => orRefuse(() => marks.keep(changed)),
    hideUpTo: (id) => {
      hidden.upTo = id;
      return count();
    },
    removeUpTo: (id) => {
      remove(id);
      return count();
    },
    removeSomeUpTo: (id) => {
      const some = retention.sliceUpTo(id);
      remove(some);
      return some === id;
    },
    configure: ({ durability, ...limits }) => {
      database.exec(`PRAGMA synchronous = ${durability === 'full' ? 'FULL' : 'NORMAL'}`);
      retention.limit(limits);
    },
    onHealth: commits.onHealth,
    onRemoved: retention.onRemoved,
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      commits.close();
      index.stop();
      retention.stop();
      database.close();
    },
  };
};
