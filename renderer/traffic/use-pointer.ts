import type { MouseEvent } from 'react';
import { useActions, usePage } from '#renderer/store/context.tsx';
import { shownAt, type ListItem, type ListItems } from '#renderer/store/listing/list-items.ts';
import { domIdOf, openMenuAt } from './line-element.ts';

type Cursor = {
  readonly cursor: ListItem | null;
  readonly rowId: number | null;
  readonly goTo: (item: ListItem, place: number) => void;
};

const lineOf = (target: EventTarget): Element | null =>
  target instanceof Element ? target.closest('[data-place]') : null;

/** What clicks on lines do: show, select several, fold, and open the menu of a row. */
export const usePointer = (items: ListItems, { cursor, rowId, goTo }: Cursor) => {
  const actions = useActions();
  const { store } = usePage();
  const itemOf = ({ target }: MouseEvent) => {
    const place = Number(lineOf(target)?.getAttribute('data-place') ?? -1);
    const item = shownAt(items, place);
    return item && { item, place };
  };

  const onClick = (event: MouseEvent): void => {
    const clicked = itemOf(event);
    if (!clicked) return;
    const { item, place } = clicked;
    const more = event.target instanceof Element ? event.target.closest('[data-more]') : null;
    if (more) openMenuAt(more, more.getBoundingClientRect());
    else if (item.kind === 'group') {
      goTo(item, place);
      actions.foldGroup(item.group.key, item.isOpen);
    } else if (event.shiftKey) actions.stretchChosen(items, item.id);
    else if (event.ctrlKey || event.metaKey) actions.toggleChosen(item.id, rowId);
    else {
      goTo(item, place);
      actions.inspectExchange(item.id);
    }
  };

  const onContextMenu = (event: MouseEvent): void => {
    const clicked = itemOf(event);
    if (clicked?.item.kind === 'row') {
      // What is selected together stays so where the row is one of them.
      if (!store.getState().view.chosen.ids.has(clicked.item.id)) goTo(clicked.item, clicked.place);
      return;
    }
    event.preventDefault();
    // By the key for menus: the list has the focus, and its row is meant.
    const row = !clicked && cursor?.kind === 'row' ? document.querySelector(`#${domIdOf(cursor)}`) : null;
    if (row) openMenuAt(row, row.getBoundingClientRect());
  };
  return { onClick, onContextMenu };
};
