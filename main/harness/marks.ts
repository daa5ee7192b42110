import { fault, HarnessError } from '#shared/contract/fault.ts';
import { unmarked, withMarks, type Mark } from '#shared/exchange/mark.ts';
import type { SessionLog } from './session-log.ts';
import type { World } from './world.ts';

/** They ride on the session as a whole: so many are enough for a person, and no window feels them. */
const most = 2000;

/** What a person has put on exchanges: kept first, then told to every screen. */
export class Marks {
  readonly #exchanges: World['exchanges'];
  readonly #publish: SessionLog['publish'];
  #marks: readonly Mark[];
  #hiddenUpTo = 0;

  constructor({ exchanges }: Pick<World, 'exchanges'>, publish: SessionLog['publish']) {
    this.#exchanges = exchanges;
    this.#publish = publish;
    this.#marks = exchanges.listMarks();
  }

  /** Of the exchanges that are in sight. */
  get all(): readonly Mark[] {
    return this.#marks.filter((each) => each.exchangeId > this.#hiddenUpTo);
  }

  /** Of twins, the received one is marked: it is the one that the list shows. What is gone is passed over. */
  readonly change = (ids: readonly number[], change: Partial<Omit<Mark, 'exchangeId'>>): void => {
    const before = new Map(this.#marks.map((each) => [each.exchangeId, each]));
    const rows = this.#exchanges
      .readSummaries(ids)
      .map(({ id, direction, twinId }) => (direction === 'outbound' && twinId !== null ? twinId : id));
    const changed = [...new Set(rows)].map((id) => ({ ...(before.get(id) ?? unmarked(id)), ...change }));
    const after = withMarks(this.#marks, changed);
    if (after.length > most && after.length > this.#marks.length) throw new HarnessError(fault('marks.full', { most }));
    this.#exchanges.keepMarks(changed);
    this.#marks = after;
    if (changed.length > 0) this.#publish({ type: 'exchanges-marked', marks: changed });
  };

  /** Out of sight with their exchanges, until another id is given. */
  readonly hideUpTo = (id: number): void => {
    this.#hiddenUpTo = id;
  };

  readonly forgetUpTo = (id: number): void => {
    this.#marks = this.#marks.filter((each) => each.exchangeId > id);
  };
}
