import type { Fault } from '#shared/contract/fault.ts';
import type { StoreHealth } from '#shared/session/state.ts';
import { faultOfWrite, isOfRecord } from './store-database.ts';
import type { Batch } from './store-writer.ts';
import type { Waiting } from './store-waiting.ts';

/** How much may wait in memory while the disk refuses: tens of thousands of chat webhooks, and no machine that runs a desktop feels it. */
const waitingBytes = 64 * 1024 * 1024;

const firstRetry = 250;
const slowestRetry = 5000;

/** A burst while the disk refuses is told as a few numbers, not as one event per exchange. */
const tellEvery = 250;

type CommitOptions = {
  readonly folder: string;
  readonly waiting: Waiting;
  /** Throws when the disk refuses. */
  readonly write: (batch: Batch) => void;
  readonly onCommitted: () => void;
};

type OpenBatch = { readonly settled: Promise<void>; readonly settle: () => void };

const nothing = (): void => undefined;

const openBatch = (): OpenBatch => {
  let settle = nothing;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { settled, settle: () => settle() };
};

/** Commits once per tick what was given in it; while the disk refuses, what comes waits in memory and is tried again. */
export class GroupCommit {
  readonly #options: CommitOptions;
  #batch: OpenBatch | null = null;
  #refused: { readonly fault: Fault; readonly retryIn: number; readonly timer: NodeJS.Timeout } | null = null;
  #lost = 0;
  #tellHealth: (health: StoreHealth) => void = () => undefined;
  #toldAt = 0;
  #isClosed = false;

  constructor(options: CommitOptions) {
    this.#options = options;
  }

  readonly onHealth = (act: (health: StoreHealth) => void): void => {
    this.#tellHealth = act;
  };

  /** Adds what takes about so many bytes; resolves when it is committed, and at once while the disk refuses. */
  readonly add = (bytes: number, keep: () => void): Promise<void> => {
    if (this.#isClosed) return Promise.resolve();
    if (!this.#refused) {
      keep();
      return this.#nextBatch().settled;
    }
    if (this.#options.waiting.bytes + bytes > waitingBytes) this.#lost += 1;
    else keep();
    if (performance.now() - this.#toldAt > tellEvery) this.#tellFailing(this.#refused.fault);
    return Promise.resolve();
  };

  /** Commits what waits now, and gives up what the disk does not take. */
  readonly close = (): void => {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#commit();
    if (this.#refused) clearTimeout(this.#refused.timer);
  };

  readonly #nextBatch = () => {
    if (this.#batch) return this.#batch;
    this.#batch = openBatch();
    // After the I/O of this turn of the event loop: whatever arrived together is one transaction.
    setImmediate(() => {
      if (!this.#isClosed) this.#commit();
    });
    return this.#batch;
  };

  readonly #commit = (): void => {
    const { waiting, write, onCommitted, folder } = this.#options;
    const batch = this.#batch;
    this.#batch = null;
    try {
      write(waiting);
      waiting.clear();
      this.#recover();
    } catch (error) {
      if (isOfRecord(error)) this.#commitOneByOne();
      this.#refuse(faultOfWrite(error, folder));
    }
    batch?.settle();
    if (!this.#refused) onCommitted();
  };

  /** A record that no disk would take must not keep the others waiting for ever: it is given up, and counted. */
  readonly #commitOneByOne = (): void => {
    const { waiting, write } = this.#options;
    for (const [id, row] of waiting.rows) {
      try {
        write({ rows: new Map([[id, row]]), messages: [], conversations: new Map() });
        waiting.dropRow(id);
      } catch (error) {
        if (!isOfRecord(error)) return;
        waiting.dropRow(id);
        this.#lost += 1;
      }
    }
  };

  readonly #recover = (): void => {
    if (!this.#refused) return;
    clearTimeout(this.#refused.timer);
    this.#refused = null;
    this.#tellHealth({ state: 'keeping' });
  };

  readonly #refuse = (fault: Fault): void => {
    const retryIn = this.#refused ? Math.min(this.#refused.retryIn * 2, slowestRetry) : firstRetry;
    this.#refused = { fault, retryIn, timer: setTimeout(this.#commit, retryIn).unref() };
    this.#tellFailing(fault);
  };

  readonly #tellFailing = (fault: Fault): void => {
    this.#toldAt = performance.now();
    this.#tellHealth({ state: 'failing', fault, waiting: this.#options.waiting.rows.size, lost: this.#lost });
  };
}
