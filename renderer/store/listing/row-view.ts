import { countNewer, idAt, placeOfRow, rowCount, type RowIds } from './row-ids.ts';

/** Rows as a part of the list shows them: without the newest ones that a pause holds back, and without those that are shown elsewhere. */
export type RowView = {
  readonly ids: RowIds;
  /** How many of the newest are left out. */
  readonly held: number;
  /** The places behind those that are left out too, ascending. */
  readonly skips: readonly number[];
};

/** `elsewhere`: ids that are shown in another part. */
export const rowViewOf = (ids: RowIds, pausedAt: number | null, elsewhere: readonly number[]): RowView => {
  const held = pausedAt === null ? 0 : countNewer(ids, pausedAt);
  const skips = elsewhere
    .map((id) => placeOfRow(ids, id) - held)
    .filter((place) => place >= 0)
    .toSorted((one, other) => one - other);
  return { ids, held, skips };
};

export const viewCount = ({ ids, held, skips }: RowView): number => rowCount(ids) - held - skips.length;

/** How many of `skips` come before the row that is shown at a place. */
const skippedBefore = (skips: readonly number[], place: number): number => {
  let low = 0;
  let high = skips.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((skips[middle] ?? 0) - middle <= place) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The id of the row that is shown at a place. */
export const viewedAt = ({ ids, held, skips }: RowView, place: number): number | undefined =>
  place < 0 ? undefined : idAt(ids, held + place + skippedBefore(skips, place));

/** Where a row is shown; -1 where it is not. */
export const viewedPlace = ({ ids, held, skips }: RowView, id: number): number => {
  const place = placeOfRow(ids, id) - held;
  if (place < 0 || skips.includes(place)) return -1;
  return place - skips.filter((skip) => skip < place).length;
};
