import { useCallback, useLayoutEffect, useRef } from 'react';
import { indexOfItem, itemAt, type ListItem, type ListItems } from '#renderer/store/listing/list-items.ts';
import { isAtTop, rowHeight } from './row-window.ts';

type Noted = { readonly item: ListItem; readonly above: number };

/** So many items are remembered, because the first ones may be gone with the next change. */
const noted = 8;

/**
 * What is being read stays where it is, whatever comes and goes above it: the list is scrolled by as much as that moved it, before it is
 * drawn. At its top the list follows what is newest.
 */
export const useAnchor = (element: HTMLElement | null, items: ListItems, measure: () => void): void => {
  const anchors = useRef<readonly Noted[]>([]);
  const listed = useRef(items);
  /** Remembers what stands first in sight. */
  const note = useCallback((scrolled: HTMLElement) => {
    const first = Math.floor(scrolled.scrollTop / rowHeight);
    const places = isAtTop(scrolled) ? [] : Array.from({ length: noted }, (_, offset) => first + offset);
    anchors.current = places.flatMap((index) => {
      const item = itemAt(listed.current, index);
      return item ? [{ item, above: index * rowHeight - scrolled.scrollTop }] : [];
    });
  }, []);
  useLayoutEffect(() => {
    if (!element) return undefined;
    const scrolled = () => note(element);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => element.removeEventListener('scroll', scrolled);
  }, [element, note]);
  useLayoutEffect(() => {
    listed.current = items;
    if (!element) return;
    for (const { item, above } of anchors.current) {
      const index = indexOfItem(items, item);
      if (index < 0) continue;
      const top = index * rowHeight - above;
      if (Math.abs(element.scrollTop - top) >= 1) {
        element.scrollTo({ top });
        // The event comes only after the picture.
        measure();
      }
      break;
    }
    note(element);
  }, [element, items, note, measure]);
};
