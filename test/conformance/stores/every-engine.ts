import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ExchangeStore } from '#main/harness/exchange-store.ts';
import { openExchangeStore, type StoreOptions } from '#main/io/exchange-store.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import { findEngines, type SqliteEngine } from '#main/io/sqlite.ts';

export type OpenStore = {
  readonly store: ExchangeStore;
  readonly folder: string;
  /** Closes the store and opens its folder again. */
  readonly reopen: () => Promise<OpenStore>;
};

type Opener = (options?: StoreOptions) => Promise<OpenStore>;

/** The same cases for every engine of this machine; an engine that is not there is named with its reason. */
export const everyEngine = (what: string, cases: (open: Opener, engine: SqliteEngine) => void): void => {
  for (const finding of findEngines()) {
    if ('missing' in finding) {
      test(`${what}: ${finding.name} is not on this machine: ${finding.missing}`, () => {
        expect(finding.missing).not.toBe('');
      });
      continue;
    }
    describe(`${what} (${finding.name})`, () => {
      const folders: string[] = [];
      const stores: ExchangeStore[] = [];
      const openIn = (folder: string, options: StoreOptions): OpenStore => {
        const store = openExchangeStore(folder, finding.engine, options);
        stores.push(store);
        const reopen = async (): Promise<OpenStore> => {
          await store.close();
          return openIn(folder, {});
        };
        return { store, folder, reopen };
      };
      afterEach(async () => {
        for (const store of stores.splice(0)) await store.close();
        for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
      });
      cases(async (options = {}) => {
        const folder = await mkdtemp(join(tmpdir(), 'hookbench-store-'));
        folders.push(folder);
        return openIn(folder, options);
      }, finding.engine);
    });
  }
};

/** The code of the fault that opening threw; null when it threw none. */
export const refusalOf = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof HarnessError) return error.fault.code;
    throw error;
  }
};
