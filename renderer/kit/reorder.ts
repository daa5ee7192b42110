import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useWords } from '#renderer/words/use-words.tsx';
import { isFocusFree } from './next-focus.ts';

/** A list whose items can be put in another order. */
type Reordered = {
  /** What tells the items apart, in their order now. */
  readonly keys: readonly string[];
  readonly nameOf: (place: number) => string;
  readonly move: (from: number, to: number) => void;
  /** Items that are nothing but fields are moved from within them too. */
  readonly isOfFields?: boolean;
};

type Drag = { readonly from: number; readonly over: number };

const placeUnder = (list: HTMLElement | null, { clientX, clientY }: PointerEvent): number | null => {
  let item = document.elementFromPoint(clientX, clientY);
  // Items may have lists inside.
  while (item && item.parentElement !== list) item = item.parentElement;
  return item instanceof HTMLElement ? Number(item.dataset['place']) : null;
};

const dropOf = (drag: Drag | null, place: number): 'before' | 'behind' | undefined => {
  if (!drag || drag.over !== place || drag.over === drag.from) return undefined;
  return drag.over < drag.from ? 'before' : 'behind';
};

/**
 * Another order by drag of a handle, and with Alt and the arrow keys where the focus is in an item. The list takes `list`, each item
 * `item(place)`, its handle `handle(place)`, and what holds the focus of an item `data-holds-place`; `news` is to be said aloud.
 */
export const useReorder = <List extends HTMLElement>({ keys, nameOf, move, isOfFields = false }: Reordered) => {
  const { reorder: words } = useWords().kit;
  const list = useRef<List>(null);
  const moved = useRef<string | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [news, setNews] = useState('');
  const order = keys.join('\n');
  useEffect(() => {
    // An element that is put elsewhere loses the focus.
    const place = moved.current === null ? -1 : order.split('\n').indexOf(moved.current);
    moved.current = null;
    if (place === -1 || !isFocusFree(list.current)) return;
    list.current?.querySelector<HTMLElement>(`:scope > [data-place="${String(place)}"] [data-holds-place]`)?.focus();
  }, [order]);
  const isDragged = drag !== null;
  useEffect(() => {
    if (!isDragged) return undefined;
    // It gives up the drag, and not what is around the list.
    const giveUp = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      setDrag(null);
    };
    window.addEventListener('keydown', giveUp, { capture: true });
    return () => window.removeEventListener('keydown', giveUp, { capture: true });
  }, [isDragged]);
  const put = (from: number, to: number): void => {
    if (to === from || to < 0 || to >= keys.length) return;
    moved.current = keys[from] ?? null;
    setNews(words.moved(nameOf(from), to + 1, keys.length));
    move(from, to);
  };
  return {
    list,
    news,
    item: (place: number) => ({
      'data-place': place,
      'data-dragged': drag?.from === place || undefined,
      'data-drop': dropOf(drag, place),
      onKeyDown: (event: KeyboardEvent) => {
        const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (step === undefined || !event.altKey || (!isOfFields && isWriting(event.target))) return;
        event.preventDefault();
        event.stopPropagation();
        put(place, place + step);
      },
    }),
    handle: (place: number) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: place, over: place });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (!drag) return;
        const over = placeUnder(list.current, event) ?? drag.over;
        // A list that is longer than its room goes along.
        list.current?.children[over + Math.sign(over - drag.over)]?.scrollIntoView({ block: 'nearest' });
        setDrag({ ...drag, over });
      },
      onPointerUp: () => {
        if (drag) put(drag.from, drag.over);
        setDrag(null);
      },
      onPointerCancel: () => setDrag(null),
    }),
  };
};

/** Where something is written, these keys may mean something else. */
const isWriting = (target: EventTarget): boolean =>
  target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** The list with the item of one place at another. */
export const withMoved = <Item>(items: readonly Item[], from: number, to: number): Item[] => {
  const [item] = items.slice(from, from + 1);
  return item === undefined ? [...items] : items.toSpliced(from, 1).toSpliced(to, 0, item);
};
