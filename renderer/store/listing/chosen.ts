import { indexOfGroup, placeOfShown, rowsFromTo, type ListItems } from './list-items.ts';

/** Rows that are selected together; fewer than two are none, because the row that is shown is selected anyway. */
export type Chosen = {
  readonly ids: ReadonlySet<number>;
  /** Where the selection was begun: it is stretched from there. */
  readonly from: number | null;
};

export const noneChosen: Chosen = { ids: new Set(), from: null };

/** With this row where it was not, without it where it was. `shown`: the row that is shown belongs to it from the first on. */
export const withToggled = ({ ids }: Chosen, id: number, shown: number | null): Chosen => {
  const next = new Set(ids.size === 0 && shown !== null ? [shown] : ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, from: id };
};

/** From where it was begun to this row. */
export const stretchedTo = (chosen: Chosen, items: ListItems, id: number, shown: number | null): Chosen => {
  const from = chosen.from ?? shown ?? id;
  return { ids: new Set(rowsFromTo(items, from, id)), from };
};

const perPage = 10;

/** Where a key moves the cursor, as a place counted from the first pinned row on; null where it moves nothing. */
export const movedPlace = (key: string, from: number, count: number): number | null => {
  const within = (place: number): number => Math.max(0, Math.min(place, count - 1));
  switch (count === 0 ? '' : key) {
    case 'ArrowDown':
      return within(from + 1);
    case 'ArrowUp':
      return within(from - 1);
    case 'PageDown':
      return within(from + perPage);
    case 'PageUp':
      return within(from - perPage);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};

/** Where the cursor is; -1 where it is nowhere. */
export const placeOfCursor = (items: ListItems, rowId: number | null, groupKey: string | null): number => {
  const group = groupKey === null ? -1 : indexOfGroup(items, groupKey);
  if (group >= 0) return items.pinned.length + group;
  return rowId === null ? -1 : placeOfShown(items, rowId);
};
