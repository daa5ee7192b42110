import type { World } from './world.ts';

/** What goes on behind the commands and the replies, so that the end can wait for it; and the pauses in it, which the end cuts short. */
export class UnderWay {
  readonly #world: Pick<World, 'clock' | 'reportBug'>;
  readonly #works = new Set<Promise<unknown>>();
  readonly #pauses = new Set<() => void>();
  #isEnding = false;

  constructor(world: Pick<World, 'clock' | 'reportBug'>) {
    this.#world = world;
  }

  get isEnding(): boolean {
    return this.#isEnding;
  }

  readonly add = (work: Promise<unknown>): void => {
    const watched = work.catch(this.#world.reportBug).finally(() => this.#works.delete(watched));
    this.#works.add(watched);
  };

  /** Settles after `ms`, or at once when the harness ends. */
  readonly pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (this.#isEnding) return resolve();
      const over = (): void => {
        this.#pauses.delete(over);
        cancel();
        resolve();
      };
      const cancel = this.#world.clock.after(ms, over);
      this.#pauses.add(over);
    });

  /** From now on nothing waits, and nothing new should begin. */
  readonly end = (): void => {
    this.#isEnding = true;
    for (const over of this.#pauses) over();
  };

  /** What is under way may add more of it. */
  readonly allDone = async (): Promise<void> => {
    while (this.#works.size > 0) await Promise.all(this.#works);
  };
}
