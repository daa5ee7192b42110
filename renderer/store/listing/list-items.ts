import type { Found } from './found.ts';
import type { Group } from './groups.ts';
import { hasRow } from './row-ids.ts';
import { rowViewOf, viewCount, viewedAt, viewedPlace, type RowView } from './row-view.ts';

/** Which groups are folded up: all of them or none, but for those that are named. */
export type Folding = { readonly isAll: boolean; readonly except: ReadonlySet<string> };

export const allOpen: Folding = { isAll: false, except: new Set() };

export const isFolded = ({ isAll, except }: Folding, key: string): boolean => isAll !== except.has(key);

export const withFold = (folding: Folding, key: string, shouldFold: boolean): Folding => {
  const except = new Set(folding.except);
  if (folding.isAll === shouldFold) except.delete(key);
  else except.add(key);
  return { isAll: folding.isAll, except };
};

/** One line of the list: `at` is its place among its like from 0 on, `of` how many they are. */
export type ListItem = { readonly at: number; readonly of: number } & (
  | { readonly kind: 'row'; readonly id: number; readonly group: string | null }
  | { readonly kind: 'group'; readonly group: Group; readonly count: number; readonly isOpen: boolean }
);

/** Rows that belong together: under the line of their conversation, or all of them without one. */
type Section = {
  readonly group: Group | null;
  readonly isOpen: boolean;
  readonly rows: RowView;
  /** The place of its first item in the list. */
  readonly start: number;
};

/** Everything that the list shows, in order, without a copy of it. */
export type ListItems = {
  /** The newest first, above all others. */
  readonly pinned: readonly number[];
  readonly sections: readonly Section[];
  /** Of the items of all sections. */
  readonly count: number;
};

type Shown = { readonly pinned: readonly number[]; readonly pausedAt: number | null; readonly folding: Folding };

/** `pinned`: ids, whether the list has them or not. */
export const itemsOf = ({ ids, groups }: Found, { pinned, pausedAt, folding }: Shown): ListItems => {
  const there = pinned
    .filter((id) => id <= (pausedAt ?? Infinity) && hasRow(ids, id))
    .toSorted((one, other) => other - one);
  if (!groups) {
    const rows = rowViewOf(ids, pausedAt, there);
    return { pinned: there, sections: [{ group: null, isOpen: true, rows, start: 0 }], count: viewCount(rows) };
  }
  const sections: Section[] = [];
  let start = 0;
  for (const key of groups.order) {
    const group = groups.byKey.get(key);
    const rows = group && rowViewOf(group.ids, pausedAt, there);
    if (!rows || viewCount(rows) === 0) continue;
    const isOpen = !isFolded(folding, key);
    sections.push({ group, isOpen, rows, start });
    start += sizeOf({ group, isOpen, rows });
  }
  return { pinned: there, sections, count: start };
};

const sizeOf = ({ group, isOpen, rows }: Omit<Section, 'start'>): number =>
  (group ? 1 : 0) + (isOpen ? viewCount(rows) : 0);

const sectionPlaceAt = (sections: readonly Section[], index: number): number => {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sections[middle]?.start ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

export const itemAt = ({ sections, count }: ListItems, index: number): ListItem | null => {
  const place = index >= 0 && index < count ? sectionPlaceAt(sections, index) : -1;
  const section = sections[place];
  if (!section) return null;
  const { group, isOpen, rows, start } = section;
  const of = viewCount(rows);
  if (group && index === start) return { kind: 'group', group, count: of, isOpen, at: place, of: sections.length };
  const at = index - start - (group ? 1 : 0);
  const id = viewedAt(rows, at);
  return id === undefined ? null : { kind: 'row', id, group: group?.key ?? null, at, of };
};

/** The place of a row; of one in a folded group, that of the group. -1 where it is not listed, or pinned. */
export const indexOfRow = ({ sections }: ListItems, id: number): number => {
  for (const { group, isOpen, rows, start } of sections) {
    const place = viewedPlace(rows, id);
    if (place >= 0) return start + (group ? (isOpen ? 1 + place : 0) : place);
  }
  return -1;
};

export const indexOfGroup = ({ sections }: ListItems, key: string): number =>
  sections.find(({ group }) => group?.key === key)?.start ?? -1;

export const indexOfItem = (items: ListItems, item: ListItem): number =>
  item.kind === 'row' ? indexOfRow(items, item.id) : indexOfGroup(items, item.group.key);

/** The rows at some places and between them; those of folded groups are passed over. Places count from the first pinned row on. */
export const rowsAtPlaces = (items: ListItems, from: number, to: number): readonly number[] => {
  const ids: number[] = [];
  for (let place = from; place <= to && ids.length < mostTogether; place += 1) {
    const item = shownAt(items, place);
    if (item?.kind === 'row') ids.push(item.id);
  }
  return ids;
};

/** The rows from one to another, both of them, as they are shown. */
export const rowsFromTo = (items: ListItems, one: number, other: number): readonly number[] => {
  const places = [one, other].map((id) => placeOfShown(items, id));
  if (places.some((place) => place < 0)) return [other];
  return rowsAtPlaces(items, Math.min(...places), Math.max(...places));
};

/** All rows that are shown, as far as so many can be selected together. */
export const allRows = (items: ListItems): readonly number[] =>
  rowsAtPlaces(items, 0, items.pinned.length + items.count - 1);

/** How many rows can be selected together. */
export const mostTogether = 10_000;

/** Counted from the first pinned row on. */
export const placeOfShown = (items: ListItems, id: number): number => {
  const pinned = items.pinned.indexOf(id);
  if (pinned >= 0) return pinned;
  const index = indexOfRow(items, id);
  return index < 0 ? -1 : index + items.pinned.length;
};

/** The item at a place that is counted from the first pinned row on. */
export const shownAt = (items: ListItems, place: number): ListItem | null => {
  const pinned = items.pinned[place];
  if (place >= 0 && pinned !== undefined)
    return { kind: 'row', id: pinned, group: null, at: place, of: items.pinned.length };
  return itemAt(items, place - items.pinned.length);
};
