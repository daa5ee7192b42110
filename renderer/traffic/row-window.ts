export const rowHeight = 28;

/** Rows drawn beyond either edge. */
const overscan = 16;
/** The window moves by so many rows at once, so that not every wheel click draws the list. */
const step = 4;
/** From so many pixels between two pictures on, rows fly by. */
const flight = 8 * rowHeight;
/** Milliseconds after the last scroll in which the list still counts as moving. */
const rest = 160;

/** The places to draw: from `from` on and before `to`. */
export type RowWindow = {
  readonly from: number;
  readonly to: number;
  readonly isAtTop: boolean;
  /** Whether it is being scrolled. */
  readonly isMoving: boolean;
  /** Whether it moves so fast that nobody reads what flies by. */
  readonly isFlying: boolean;
  /** How far it is scrolled sideways, in pixels. */
  readonly left: number;
};

const firstWindow: RowWindow = { from: 0, to: overscan * 2, isAtTop: true, isMoving: false, isFlying: false, left: 0 };

/** Less than half a row away from the top. */
export const isAtTop = ({ scrollTop }: Pick<HTMLElement, 'scrollTop'>): boolean => scrollTop < rowHeight / 2;

const isSame = (one: RowWindow, other: RowWindow): boolean =>
  one.from === other.from &&
  one.to === other.to &&
  one.isAtTop === other.isAtTop &&
  one.isMoving === other.isMoving &&
  one.isFlying === other.isFlying &&
  one.left === other.left;

const nothing = () => undefined;

/**
 * Which rows of a list whose rows have one height are in sight, as something that can be watched. All of it is arithmetic: a list of a
 * million rows costs what a list of ten does. The element is measured only when it is scrolled or sized, because that may cost a layout.
 */
export const watchRows = (element: HTMLElement | null) => {
  let last = firstWindow;
  let height = element?.clientHeight ?? 0;
  let isMoving = false;
  let before = element?.scrollTop ?? 0;
  let tell: (() => void) | null = null;
  const measure = (): void => {
    if (!element) return;
    const { scrollTop, scrollLeft } = element;
    const next: RowWindow = {
      from: Math.max(0, Math.floor(scrollTop / rowHeight / step) * step - overscan),
      to: Math.ceil((scrollTop + height) / rowHeight / step) * step + overscan,
      isAtTop: isAtTop({ scrollTop }),
      isMoving,
      isFlying: isMoving && Math.abs(scrollTop - before) >= flight,
      left: scrollLeft,
    };
    before = scrollTop;
    if (isSame(last, next)) return;
    last = next;
    tell?.();
  };
  const subscribe = (onChange: () => void): (() => void) => {
    if (!element) return nothing;
    tell = onChange;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const scrolled = () => {
      isMoving = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        isMoving = false;
        measure();
      }, rest);
      measure();
    };
    const sized = new ResizeObserver(() => {
      height = element.clientHeight;
      measure();
    });
    element.addEventListener('scroll', scrolled, { passive: true });
    sized.observe(element);
    return () => {
      tell = null;
      clearTimeout(timer);
      element.removeEventListener('scroll', scrolled);
      sized.disconnect();
    };
  };
  measure();
  return {
    current: (): RowWindow => last,
    /** Where it was scrolled to when it was measured last. */
    scrolledTo: (): number => before,
    measure,
    subscribe,
  };
};

export type WatchedRows = ReturnType<typeof watchRows>;
