import { withHits, type RuleHits } from '#shared/session/rule-hits.ts';
import type { SessionLog } from './session-log.ts';
import type { World } from './world.ts';

/** Counts which rules make the answers. What a burst makes is told in one event. */
export class RuleCounter {
  readonly #soon: World['clock']['soon'];
  readonly #publish: SessionLog['publish'];
  #untold: readonly RuleHits[] = [];

  constructor(world: Pick<World, 'clock'>, publish: SessionLog['publish']) {
    this.#soon = world.clock.soon;
    this.#publish = publish;
  }

  readonly note = (hit: Omit<RuleHits, 'count'>): void => {
    if (this.#untold.length === 0) this.#soon(this.#tell);
    this.#untold = withHits(this.#untold, [{ ...hit, count: 1 }]);
  };

  readonly #tell = (): void => {
    const hits = this.#untold;
    this.#untold = [];
    this.#publish({ type: 'rules-hit', hits });
  };
}
