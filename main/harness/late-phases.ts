import type { Phase } from '#shared/exchange/exchange.ts';
import { sessionWindow } from '#shared/session/state.ts';
import { rounded } from './phase-clock.ts';

/**
 * How long it took to keep an exchange and to hand its reply to the system. That is known when the exchange has been written, and
 * to write it once more would cost every reply a second write: so it is in memory, for as many as a window holds, and gone at the end.
 */
export class LatePhases {
  readonly #ids = new Float64Array(sessionWindow);
  /** Milliseconds since it opened; 0: not known. */
  readonly #closed = new Float64Array(sessionWindow);
  readonly #kept = new Float64Array(sessionWindow);
  readonly #written = new Float64Array(sessionWindow);

  readonly noteKept = (id: number, closed: number, kept: number): void => {
    const slot = id % sessionWindow;
    this.#ids[slot] = id;
    this.#closed[slot] = closed;
    this.#kept[slot] = kept;
    this.#written[slot] = 0;
  };

  readonly noteWritten = (id: number, written: number): void => {
    const slot = id % sessionWindow;
    if (this.#ids[slot] === id) this.#written[slot] = written;
  };

  readonly of = (id: number): readonly Phase[] => {
    const slot = id % sessionWindow;
    const [closed = 0, kept = 0, written = 0] = [this.#closed[slot], this.#kept[slot], this.#written[slot]].map((ms) =>
      rounded(ms ?? 0),
    );
    if (this.#ids[slot] !== id || kept === 0) return [];
    const keeping = { name: 'keep', from: closed, to: kept };
    return written === 0 ? [keeping] : [keeping, { name: 'deliver', from: kept, to: written }];
  };
}
