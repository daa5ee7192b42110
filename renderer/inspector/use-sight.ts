import { useMemo, useSyncExternalStore } from 'react';

/** A stretch of an element in pixels from its top: what is in sight, and a little more. */
export type Sight = { readonly from: number; readonly to: number };

/** Drawn beyond either edge. */
const beyond = 300;
/** The stretch moves by so much at once, so that not every turn of a wheel draws anew. */
const step = 100;
const first: Sight = { from: 0, to: 1200 };

/** The box that scrolls around an element. */
export const scrollerOf = (element: HTMLElement): HTMLElement =>
  element.closest<HTMLElement>('[data-scroller]') ?? document.documentElement;

/** How far the top of an element is from that of what is scrolled around it, in pixels of the page. */
export const topWithin = (element: HTMLElement, scroller: HTMLElement): number => {
  let top = 0;
  for (let at: Element | null = element; at instanceof HTMLElement && at !== scroller; at = at.offsetParent)
    top += at.offsetTop;
  return top;
};

/** Which stretch of an element is in sight. Heights are of no matter: whoever draws knows them. */
const watchSight = (element: HTMLElement | null) => {
  let last = first;
  const current = (): Sight => {
    if (!element) return last;
    const scroller = scrollerOf(element);
    const from = scroller.scrollTop - topWithin(element, scroller);
    const next: Sight = {
      from: Math.floor((from - beyond) / step) * step,
      to: Math.ceil((from + scroller.clientHeight + beyond) / step) * step,
    };
    if (next.from !== last.from || next.to !== last.to) last = next;
    return last;
  };
  const subscribe = (tell: () => void) => {
    if (!element) return () => undefined;
    const scroller = scrollerOf(element);
    const sized = new ResizeObserver(tell);
    scroller.addEventListener('scroll', tell, { passive: true });
    sized.observe(scroller);
    // What stands above it may grow.
    if (scroller.firstElementChild) sized.observe(scroller.firstElementChild);
    return () => {
      scroller.removeEventListener('scroll', tell);
      sized.disconnect();
    };
  };
  return { current, subscribe };
};

export const useSight = (element: HTMLElement | null): Sight => {
  const { subscribe, current } = useMemo(() => watchSight(element), [element]);
  return useSyncExternalStore(subscribe, current);
};

/** Scrolls as little as is needed for a stretch of an element to be in sight, between what sticks to either edge. */
export const bringIntoSight = (element: HTMLElement, { from, to }: Sight): void => {
  const scroller = scrollerOf(element);
  const stuck = (edge: string): number =>
    scroller.querySelector<HTMLElement>(`[data-sticks=${edge}]`)?.offsetHeight ?? 0;
  const top = topWithin(element, scroller);
  const above = top + from - stuck('top');
  const below = top + to - scroller.clientHeight + stuck('bottom');
  if (above < scroller.scrollTop) scroller.scrollTo({ top: above });
  else if (below > scroller.scrollTop) scroller.scrollTo({ top: below });
};
