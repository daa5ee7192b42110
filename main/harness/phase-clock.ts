import type { Phase } from '#shared/exchange/exchange.ts';
import type { World } from './world.ts';

/** A microsecond is as exact as the clock is, and every digit more is written three times before the reply goes out. */
export const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;

/** Stretches of time one after the other, from the opening on. */
export class PhaseClock {
  readonly #openedAt: number;
  readonly #clock: World['clock'];
  readonly #phases: Phase[] = [];

  constructor(openedAt: number, clock: World['clock']) {
    this.#openedAt = openedAt;
    this.#clock = clock;
  }

  get phases(): readonly Phase[] {
    return this.#phases;
  }

  /** What went on since the last mark was this. */
  mark(name: string): void {
    const from = this.#phases.at(-1)?.to ?? 0;
    this.#phases.push({ name, from, to: rounded(this.#clock.now() - this.#openedAt) });
  }
}
