import { useCallback, useState, type RefCallback } from 'react';

/** From this width on, in pixels, rows have columns with a head. */
const enough = 560;

/** Whether there is room for columns in the element that the ref is given to. */
export const useIsTabular = (): readonly [RefCallback<HTMLElement>, boolean] => {
  const [isTabular, setTabular] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const measure = () => setTabular(element.clientWidth >= enough);
    measure();
    const sized = new ResizeObserver(measure);
    sized.observe(element);
    return () => sized.disconnect();
  }, []);
  return [ref, isTabular];
};
