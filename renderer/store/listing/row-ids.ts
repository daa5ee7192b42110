/**
 * Ids of rows, each once. They are read from the newest on, at any place, and changed without being copied as a whole: what happens now
 * happens among the newest.
 */
export type RowIds = {
  /** Ascending; never written to. */
  readonly old: Float64Array;
  /** Ascending, all of them newer than the old ones. */
  readonly recent: readonly number[];
};

/** So many are copied at each change. */
const mostRecent = 1024;

export const noRows: RowIds = { old: new Float64Array(), recent: [] };

export const rowCount = ({ old, recent }: RowIds): number => old.length + recent.length;

/** The id at a place; the newest is at 0. */
export const idAt = ({ old, recent }: RowIds, place: number): number | undefined =>
  place < recent.length ? recent[recent.length - 1 - place] : old[old.length - 1 - (place - recent.length)];

/** The first index of an ascending list whose id is not less. */
const firstFrom = (ids: ArrayLike<number>, id: number): number => {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** How many are newer than this id, whether it is among them or not. */
export const countNewer = ({ old, recent }: RowIds, id: number): number =>
  recent.length - firstFrom(recent, id + 1) + old.length - firstFrom(old, id + 1);

/** Where an id is; -1 where it is not. */
export const placeOfRow = (rows: RowIds, id: number): number => {
  const place = countNewer(rows, id);
  return idAt(rows, place) === id ? place : -1;
};

export const hasRow = (rows: RowIds, id: number): boolean => placeOfRow(rows, id) >= 0;

const newestOld = ({ old }: RowIds): number => old.at(-1) ?? -Infinity;

const settled = (rows: RowIds): RowIds =>
  rows.recent.length <= mostRecent ? rows : { old: joined(rows.old, rows.recent), recent: [] };

/** Two ascending lists as one, each id once. */
const joined = (one: ArrayLike<number>, other: ArrayLike<number>): Float64Array => {
  const all = new Float64Array(one.length + other.length);
  let [from, among, count] = [0, 0, 0];
  while (from < one.length || among < other.length) {
    const [left, right] = [one[from] ?? Infinity, other[among] ?? Infinity];
    all[count] = Math.min(left, right);
    if (left <= right) from += 1;
    if (right <= left) among += 1;
    count += 1;
  }
  return all.subarray(0, count);
};

/** Each id once, ascending. A page of rows comes the other way round. */
const ascendingOf = (ids: readonly number[]): Float64Array => {
  const ascending = Float64Array.from(ids).toReversed();
  const isInOrder = ascending.every((id, index) => index === 0 || id > (ascending[index - 1] ?? 0));
  return isInOrder ? ascending : Float64Array.from(new Set(ids)).toSorted();
};

/** With these as well, in whatever order they come. */
export const withRows = (rows: RowIds, ids: readonly number[]): RowIds => {
  const ascending = ascendingOf(ids);
  const border = firstFrom(ascending, newestOld(rows) + 1);
  const [earlier, later] = [ascending.subarray(0, border), ascending.subarray(border)];
  const old = earlier.every((id) => hasRow(rows, id)) ? rows.old : joined(rows.old, earlier);
  if (later.length > mostRecent) return { old: joined(joined(old, rows.recent), later), recent: [] };
  const recent = later.length === 0 ? rows.recent : [...joined(rows.recent, later)];
  return old === rows.old && recent === rows.recent ? rows : settled({ old, recent });
};

/** Without these. */
export const withoutRows = (rows: RowIds, ids: readonly number[]): RowIds => {
  const gone = new Set(ids.filter((id) => hasRow(rows, id)));
  if (gone.size === 0) return rows;
  const border = newestOld(rows);
  const stays = (id: number): boolean => !gone.has(id);
  const isOldTouched = [...gone].some((id) => id <= border);
  return { old: isOldTouched ? rows.old.filter(stays) : rows.old, recent: rows.recent.filter(stays) };
};

/** Without this id and all older ones. */
export const withoutUpTo = (rows: RowIds, upTo: number): RowIds => {
  const old = rows.old.subarray(firstFrom(rows.old, upTo + 1));
  const recent = rows.recent.slice(old.length > 0 ? 0 : firstFrom(rows.recent, upTo + 1));
  const isWhole = old.length === rows.old.length && recent.length === rows.recent.length;
  return isWhole ? rows : { old, recent };
};

/** The ids at the places from `from` on and before `to`, the newest first. */
export const rowsBetween = (rows: RowIds, from: number, to: number): readonly number[] => {
  const end = Math.min(to, rowCount(rows));
  return Array.from({ length: Math.max(0, end - from) }, (_, offset) => idAt(rows, from + offset) ?? 0);
};
