import { useState, type KeyboardEvent } from 'react';
import { useActions, useBench, usePage } from '#renderer/store/context.tsx';
import { movedPlace, placeOfCursor } from '#renderer/store/listing/chosen.ts';
import { indexOfGroup, shownAt, type ListItem, type ListItems } from '#renderer/store/listing/list-items.ts';
import { domIdOf, openMenuAt } from './line-element.ts';
import { shownRowId } from '#renderer/store/listing/shown-row.ts';

/** Where the keyboard is in the list: on the row that is shown, or on the line of a conversation. Moves it by the keys of a list box and of a tree. */
export const useCursor = (items: ListItems, bringIntoSight: (place: number) => void) => {
  const actions = useActions();
  const { store } = usePage();
  const rowId = useBench(shownRowId);
  const [groupKey, setGroupKey] = useState<string | null>(null);
  const place = placeOfCursor(items, rowId, groupKey);
  const at = shownAt(items, place);
  const cursor: ListItem | null = at?.kind === 'group' && at.group.key !== groupKey ? null : at;

  const goTo = (item: ListItem | null, to: number, isStretching = false): void => {
    if (!item) return;
    if (item.kind === 'group') setGroupKey(item.group.key);
    else {
      setGroupKey(null);
      if (isStretching) actions.stretchChosen(items, item.id);
      else actions.chooseNone();
      actions.selectExchange(item.id);
    }
    bringIntoSight(to);
  };
  const goToPlace = (to: number, isStretching = false): void => goTo(shownAt(items, to), to, isStretching);

  /** In a tree, to the left a conversation is folded and a row leads to its conversation; to the right it is opened and entered. */
  const fold = (key: string): boolean => {
    if (!cursor || items.sections[0]?.group === null) return false;
    const groupOfRow = cursor.kind === 'row' ? cursor.group : null;
    if (key === 'ArrowLeft') {
      if (cursor.kind === 'group' && cursor.isOpen) actions.foldGroup(cursor.group.key, true);
      else if (groupOfRow !== null) goToPlace(items.pinned.length + indexOfGroup(items, groupOfRow));
      return true;
    }
    if (key !== 'ArrowRight') return false;
    if (cursor.kind === 'group' && !cursor.isOpen) actions.foldGroup(cursor.group.key, false);
    else if (cursor.kind === 'group') goToPlace(place + 1);
    return true;
  };

  const choose = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    const isMod = ctrlKey || metaKey;
    if (isMod && key.toLowerCase() === 'a') actions.chooseAll(items);
    else if (key === ' ' && cursor?.kind === 'row') actions.toggleChosen(cursor.id, rowId);
    else if (key === 'Escape' && store.getState().view.chosen.ids.size > 0) actions.chooseNone();
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      const row = cursor?.kind === 'row' ? document.querySelector(`#${domIdOf(cursor)}`) : null;
      if (row) openMenuAt(row, row.getBoundingClientRect());
      return;
    }
    if (event.key === 'Enter' && cursor) {
      if (cursor.kind === 'row') actions.inspectExchange(cursor.id);
      else actions.foldGroup(cursor.group.key, cursor.isOpen);
      return;
    }
    const to = event.ctrlKey || event.metaKey ? null : movedPlace(event.key, place, items.pinned.length + items.count);
    if (to !== null) goToPlace(to, event.shiftKey);
    else if (!fold(event.key) && !choose(event)) return;
    event.preventDefault();
  };
  return { cursor, rowId, place: cursor ? place : -1, onKeyDown, goTo: (item: ListItem, to: number) => goTo(item, to) };
};
