import type { BenchState } from '../store.ts';
import type { Progress } from '../under-way.ts';

/** How many of all exchanges a search has looked at, from the newest on: about so many, as their numbers may have gaps. */
export const searchedSoFar = ({ session, view }: BenchState): Progress & { readonly total: number } => {
  const { reading } = view.listing;
  const total = session?.exchangeCount ?? 0;
  const newest = session?.exchanges.at(-1)?.id ?? 0;
  const before = 'before' in reading ? reading.before : null;
  return { done: before === null ? 0 : Math.min(total, Math.max(0, newest - before + 1)), total };
};
