import type { BenchSettings } from '#shared/session/state.ts';
import type { SqlStatement } from './sqlite.ts';
import type { StoreDatabase } from './store-database.ts';
import type { StoreWriter } from './store-writer.ts';

export type Limits = Pick<BenchSettings, 'keepExchanges' | 'keepBytes'>;

/** How many exchanges go at once: a limit set on a million of them must not hold up the event loop. */
const goneAtOnce = 500;

type Weighed = { readonly id: number; readonly bytes: number };

/** Keeps the store within its limits: the oldest go first, and the newest always stays. */
export class Retention {
  readonly #writer: StoreWriter;
  readonly #oldest: SqlStatement;
  readonly #lastOfSlice: SqlStatement;
  readonly #left: () => number;
  readonly #onFailed: (error: unknown) => void;
  #limits: Limits = { keepExchanges: null, keepBytes: null };
  #tellRemoved: (upTo: number, left: number) => void = () => undefined;
  #next: NodeJS.Immediate | null = null;

  /** `left`: how many exchanges are told to be left. */
  constructor({ prepare }: StoreDatabase, writer: StoreWriter, left: () => number, onFailed: (error: unknown) => void) {
    this.#writer = writer;
    this.#left = left;
    this.#onFailed = onFailed;
    this.#oldest = prepare(
      'SELECT id, request_bytes + coalesce(response_bytes, 0) AS bytes FROM exchanges ORDER BY id LIMIT ?',
    );
    this.#lastOfSlice = prepare(`SELECT id FROM exchanges WHERE id <= ? ORDER BY id LIMIT 1 OFFSET ${goneAtOnce - 1}`);
  }

  /** Up to where exchanges can go at once on the way to this id. Where all of them go, that is one step for SQLite. */
  readonly sliceUpTo = (id: number): number => {
    if (id >= this.#writer.totals.newestId) return id;
    return (this.#lastOfSlice.get(id) as { readonly id: number } | undefined)?.id ?? id;
  };

  readonly onRemoved = (act: (upTo: number, left: number) => void): void => {
    this.#tellRemoved = act;
  };

  readonly limit = (limits: Limits): void => {
    this.#limits = limits;
    this.apply();
  };

  /** Removes one slice of what is too much, and the rest in the turns of the event loop that follow. */
  readonly apply = (): void => {
    if (!this.#isExceeded(this.#writer.totals)) return;
    const upTo = this.#lastToGoOf(this.#oldest.all(goneAtOnce) as Weighed[]);
    if (upTo === null) return;
    try {
      this.#writer.removeUpTo(upTo);
    } catch (error) {
      this.#onFailed(error);
      return;
    }
    this.#tellRemoved(upTo, this.#left());
    if (this.#isExceeded(this.#writer.totals)) this.#next ??= setImmediate(this.#goOn);
  };

  readonly stop = (): void => {
    if (this.#next) clearImmediate(this.#next);
  };

  readonly #goOn = (): void => {
    this.#next = null;
    this.apply();
  };

  readonly #isExceeded = ({ exchanges, bodyBytes }: { readonly exchanges: number; readonly bodyBytes: number }) =>
    exchanges > 1 &&
    (exchanges > (this.#limits.keepExchanges ?? Infinity) || bodyBytes > (this.#limits.keepBytes ?? Infinity));

  /** The id of the last of the oldest that has to go. */
  readonly #lastToGoOf = (oldest: readonly Weighed[]): number | null => {
    let { exchanges, bodyBytes } = this.#writer.totals;
    let upTo: number | null = null;
    for (const { id, bytes } of oldest) {
      if (!this.#isExceeded({ exchanges, bodyBytes })) break;
      exchanges -= 1;
      bodyBytes -= bytes;
      upTo = id;
    }
    return upTo;
  };
}
