import { findRows } from '#shared/contract/find-rows.ts';
import type { Harness } from '#shared/contract/harness.ts';
import type { SearchKind } from '#shared/query/match.ts';

/** The zone of this machine now, in minutes east of UTC. */
export const ownZone = (): number => -new Date().getTimezoneOffset();

export type Found = {
  readonly ids: readonly number[];
  /** Whether there are more than were asked for. */
  readonly hasMore: boolean;
  readonly search: SearchKind;
};

/** The numbers of the newest rows that a query finds, up to `limit`. */
export const foundRows = async (harness: Pick<Harness, 'listRows'>, query: string, limit: number): Promise<Found> => {
  let ids: readonly number[] = [];
  let search: SearchKind = 'words';
  for await (const page of findRows(harness, { query, zone: ownZone() })) {
    ids = [...ids, ...page.ids];
    search = page.search;
    if (ids.length > limit) break;
  }
  return { ids: ids.slice(0, limit), hasMore: ids.length > limit, search };
};
