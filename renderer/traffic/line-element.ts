import type { ListItem } from '#renderer/store/listing/list-items.ts';

/** What a line is called in the document. */
export const domIdOf = (item: ListItem): string =>
  item.kind === 'row' ? `traffic-${String(item.id)}` : `traffic-of-${encodeURIComponent(item.group.key)}`;

/** Opens the menu of a line at a place, as the other button of the mouse does. */
export const openMenuAt = (line: Element, at: DOMRect): void => {
  const place = { clientX: at.left + 8, clientY: at.bottom };
  line.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...place }));
};
