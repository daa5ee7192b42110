import type { Fault } from '#shared/contract/fault.ts';
import type { Burst } from '#shared/sending/burst.ts';
import { Durations } from '#shared/sending/durations.ts';
import type { Sent, World } from './world.ts';

/** Milliseconds between two events about the same burst. */
const breath = 100;

/** How far one burst is: told at its begin and end, and ten times a second at most between them. */
export class BurstProgress {
  readonly #clock: World['clock'];
  readonly #tell: (burst: Burst) => void;
  readonly #durations = new Durations();
  #burst: Burst;
  #onItsWay = 0;
  #wake: () => void = () => undefined;
  #notTold: (() => void) | null = null;

  constructor(burst: Burst, clock: World['clock'], tell: (burst: Burst) => void) {
    this.#burst = burst;
    this.#clock = clock;
    this.#tell = tell;
    tell(burst);
  }

  get isCancelled(): boolean {
    return this.#burst.state === 'cancelled';
  }

  /** Settles when fewer than so many are on their way, or the burst is cancelled. */
  readonly room = async (atOnce: number): Promise<void> => {
    while (this.#onItsWay >= atOnce && !this.isCancelled) await this.#nextChange();
  };

  readonly sent = (exchangeId: number, over: Promise<Sent>): void => {
    this.#onItsWay += 1;
    const { sent, exchangeIds } = this.#burst;
    this.#change({ sent: sent + 1, exchangeIds: { first: exchangeIds?.first ?? exchangeId, last: exchangeId } });
    // A failure of the harness itself is reported where the request was sent.
    void over
      .then(this.#over, () => undefined)
      .finally(() => {
        this.#onItsWay -= 1;
        this.#wake();
      });
  };

  readonly cancel = (why: Fault | null): void => {
    if (this.#burst.state !== 'running') return;
    this.#change({ state: 'cancelled', fault: why });
    this.#wake();
  };

  /** Waits for what is on its way, then tells the last of it. */
  readonly end = async (): Promise<void> => {
    while (this.#onItsWay > 0) await this.#nextChange();
    this.#notTold?.();
    const { state, sent, count } = this.#burst;
    const isDone = state === 'running' && sent === count;
    this.#burst = { ...this.#burst, state: isDone ? 'done' : 'cancelled', endedAt: this.#clock.now() };
    this.#tellAll();
  };

  readonly #over = (sent: Sent): void => {
    const { answered, failed, statuses, faults } = this.#burst;
    if (!sent.ok) {
      const { code } = sent.fault;
      return this.#change({ failed: failed + 1, faults: { ...faults, [code]: (faults[code] ?? 0) + 1 } });
    }
    this.#durations.add(sent.phases.at(-1)?.to ?? 0);
    const status = String(sent.response.status);
    return this.#change({
      answered: answered + 1,
      statuses: { ...statuses, [status]: (statuses[status] ?? 0) + 1 },
    });
  };

  #change(changes: Partial<Burst>): void {
    this.#burst = { ...this.#burst, ...changes };
    this.#notTold ??= this.#clock.after(breath, () => {
      this.#notTold = null;
      this.#tellAll();
    });
  }

  #tellAll(): void {
    const { quantile } = this.#durations;
    this.#burst = { ...this.#burst, p50: quantile(0.5), p95: quantile(0.95) };
    this.#tell(this.#burst);
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
