import { useCallback, useLayoutEffect, useRef } from 'react';
import { indexOfItem, itemAt, type ListItem, type ListItems } from '#renderer/store/listing/list-items.ts';
import { isAtTop, rowHeight, type WatchedRows } from './row-window.ts';

type Noted = { readonly item: ListItem; readonly above: number };

/** So many items are remembered, because the first ones may be gone with the next change. */
const noted = 8;

/**
 * What is being read stays where it is, whatever comes and goes above it: the list is scrolled by as much as that moved it, before it is
 * drawn. At its top the list follows what is newest.
 */
export const useAnchor = (element: HTMLElement | null, items: ListItems, rows: WatchedRows): void => {
  const anchors = useRef<readonly Noted[]>([]);
  const listed = useRef(items);
  /** Remembers what stands first in sight. */
  const note = useCallback((scrollTop: number) => {
    const first = Math.floor(scrollTop / rowHeight);
    const places = isAtTop({ scrollTop }) ? [] : Array.from({ length: noted }, (_, offset) => first + offset);
    anchors.current = places.flatMap((index) => {
      const item = itemAt(listed.current, index);
      return item ? [{ item, above: index * rowHeight - scrollTop }] : [];
    });
  }, []);
  useLayoutEffect(() => {
    if (!element) return undefined;
    const scrolled = () => note(element.scrollTop);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => element.removeEventListener('scroll', scrolled);
  }, [element, note]);
  useLayoutEffect(() => {
    listed.current = items;
    for (const { item, above } of anchors.current) {
      const index = indexOfItem(items, item);
      if (index < 0) continue;
      const top = index * rowHeight - above;
      if (Math.abs(rows.scrolledTo() - top) >= 1) {
        element?.scrollTo({ top });
        // The event comes only after the picture.
        rows.measure();
      }
      break;
    }
    note(rows.scrolledTo());
  }, [element, items, note, rows]);
};
