import type { FilterPlan } from './store-filter.ts';
import type { IndexedRowReader, Stretch } from './store-indexed-rows.ts';

/** More than a step can look at. */
const mostAtOnce = 2000;

type Known = { readonly key: string; readonly stretch: Stretch; readonly ids: readonly number[] };

/**
 * The rows of the index that still have to be looked at. A search that takes many steps asks the index once for all of them: to ask
 * anew for each step costs more than the step. What changes afterwards is looked at by itself, until it is in the index: then all is asked anew.
 */
export class Candidates {
  readonly #indexed: IndexedRowReader;
  readonly #generation: () => number;
  #known: Known | null = null;

  constructor(indexed: IndexedRowReader, generation: () => number) {
    this.#indexed = indexed;
    this.#generation = generation;
  }

  /** The newest of a stretch; `from` is where the stretch ends that they are all of. */
  readonly in = (plan: FilterPlan, stretch: Stretch): { readonly ids: readonly number[]; readonly from: number } => {
    const { ids, from: knownFrom } = this.#of(plan, stretch);
    const from = Math.max(knownFrom, stretch.from);
    const first = placeBelow(ids, stretch.before);
    const last = placeBelow(ids, from);
    if (last - first <= mostAtOnce) return { ids: ids.slice(first, last), from };
    const some = ids.slice(first, first + mostAtOnce);
    return { ids: some, from: some.at(-1) ?? from };
  };

  readonly #of = (plan: FilterPlan, stretch: Stretch): { readonly ids: readonly number[]; readonly from: number } => {
    const key = JSON.stringify([this.#generation(), plan]);
    const known = this.#known;
    const isKnown = known?.key === key && known.stretch.from < stretch.before && known.stretch.before >= stretch.before;
    if (known && isKnown) return { ids: known.ids, from: known.stretch.from };
    const { ids } = this.#indexed.read(plan, stretch, Number.MAX_SAFE_INTEGER, false);
    this.#known = { key, stretch, ids };
    return { ids, from: stretch.from };
  };
}

/** Of ids from the highest to the lowest, the place of the first one below a limit. */
const placeBelow = (ids: readonly number[], limit: number): number => {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0) < limit) high = middle;
    else low = middle + 1;
  }
  return low;
};
