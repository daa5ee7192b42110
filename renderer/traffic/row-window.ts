export const rowHeight = 28;

/** Rows drawn beyond either edge. */
const overscan = 16;
/** The window moves by so many rows at once, so that not every wheel click draws the list. */
const step = 4;
/** Milliseconds after the last scroll in which the list still counts as moving. */
const rest = 160;

/** The places to draw: from `from` on and before `to`. */
export type RowWindow = {
  readonly from: number;
  readonly to: number;
  readonly isAtTop: boolean;
  /** Whether it is being scrolled. */
  readonly isMoving: boolean;
};

const firstWindow: RowWindow = { from: 0, to: overscan * 3, isAtTop: true, isMoving: false };

/** Less than half a row away from the top. */
export const isAtTop = ({ scrollTop }: Pick<HTMLElement, 'scrollTop'>): boolean => scrollTop < rowHeight / 2;

const isSame = (one: RowWindow, other: RowWindow): boolean =>
  one.from === other.from && one.to === other.to && one.isAtTop === other.isAtTop && one.isMoving === other.isMoving;

/**
 * Which rows of a list whose rows have one height are in sight, as something that can be watched. All of it is arithmetic: a list of a
 * million rows costs what a list of ten does.
 */
export const watchRows = (element: HTMLElement | null) => {
  let last = firstWindow;
  let isMoving = false;
  const current = (): RowWindow => {
    if (!element) return last;
    const { scrollTop, clientHeight } = element;
    const next: RowWindow = {
      from: Math.max(0, Math.floor(scrollTop / rowHeight / step) * step - overscan),
      to: Math.ceil((scrollTop + clientHeight) / rowHeight / step) * step + overscan,
      isAtTop: isAtTop(element),
      isMoving,
    };
    if (!isSame(last, next)) last = next;
    return last;
  };
  const subscribe = (tell: () => void) => {
    if (!element) return () => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopped = () => {
      isMoving = false;
      tell();
    };
    const scrolled = () => {
      isMoving = true;
      clearTimeout(timer);
      timer = setTimeout(stopped, rest);
      tell();
    };
    const sized = new ResizeObserver(tell);
    element.addEventListener('scroll', scrolled, { passive: true });
    sized.observe(element);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', scrolled);
      sized.disconnect();
    };
  };
  return { current, subscribe };
};
