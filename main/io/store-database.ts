import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fault, HarnessError, type Fault } from '#shared/contract/fault.ts';
import type { SqlDatabase, SqliteEngine, SqlStatement } from './sqlite.ts';
import { migrate } from './store-schema.ts';

export const storeFileName = 'exchanges.db';

/**
 * The open file of the store. It alone holds the database: a DatabaseSync that is collected while its statements live gives garbage
 * and then a crash.
 */
export class StoreDatabase {
  readonly folder: string;
  readonly #database: SqlDatabase;
  readonly #begin: SqlStatement;
  readonly #commit: SqlStatement;

  constructor(folder: string, { DatabaseSync }: SqliteEngine) {
    this.folder = folder;
    const file = join(folder, storeFileName);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    createPrivate(file);
    this.#database = new DatabaseSync(file);
    try {
      prepareFile(this.#database);
      migrate(this.#database, folder);
      this.#begin = this.#database.prepare('BEGIN IMMEDIATE');
      this.#commit = this.#database.prepare('COMMIT');
    } catch (error) {
      this.#database.close();
      if (error instanceof HarnessError) throw error;
      throw new HarnessError(fault('data.unreadable', { file, reason: (error as Error).message }), { cause: error });
    }
  }

  readonly prepare = (sql: string): SqlStatement => this.#database.prepare(sql);

  readonly exec = (sql: string): void => this.#database.exec(sql);

  /** All that `act` writes, or nothing of it. */
  readonly transact = <Result>(act: () => Result): Result => {
    this.#begin.run();
    try {
      const result = act();
      this.#commit.run();
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  };

  readonly close = (): void => {
    try {
      // Version 1.2.1 of the package closes its files only when its statements are collected, so the log would stay as long as it is.
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // The log stays, and the next start reads it.
    }
    this.#database.close();
  };

  readonly #rollBack = (): void => {
    try {
      this.#database.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself, as it does on a full disk.
    }
  };
}

/** Bodies and headers hold secrets: only this user may read them. SQLite gives its side files the mode of the main one. */
const createPrivate = (file: string): void => {
  closeSync(openSync(file, 'a', 0o600));
  try {
    chmodSync(file, 0o600);
  } catch {
    // A file system without modes.
  }
};

const prepareFile = (database: SqlDatabase): void => {
  // The page size counts only before the first table; 16 KB keeps an exchange and its small bodies off overflow pages.
  database.exec('PRAGMA page_size = 16384');
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = NORMAL');
  // 16 MB: the pages that a burst writes to and the newest page of every list stay in memory.
  database.exec('PRAGMA cache_size = -16384');
  // After a burst the write-ahead log shrinks again.
  database.exec('PRAGMA journal_size_limit = 67108864');
};

/** SQLite's result codes (sqlite.org/rescode.html): a full disk, and what is wrong with a value and not with the disk. */
const fullDisk = 13;
const tooBig = 18;
const constraint = 19;
const mismatch = 20;

/** The result code is in the low byte of the extended one. Undefined: the error is not SQLite's. */
const codeOf = (error: unknown): number | undefined => {
  const { errcode } = error as { readonly errcode?: number };
  return errcode === undefined ? undefined : errcode % 256;
};

/** Whether the record itself cannot be written, whatever the state of the disk. */
export const isOfRecord = (error: unknown): boolean =>
  [tooBig, constraint, mismatch, undefined].includes(codeOf(error));

/** What a failed write means to a person. */
export const faultOfWrite = (error: unknown, folder: string): Fault =>
  codeOf(error) === fullDisk
    ? fault('store.full')
    : fault('store.failed', { reason: (error as Error).message, folder });
