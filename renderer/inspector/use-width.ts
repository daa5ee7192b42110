import { useEffect, useState } from 'react';

/** The width of an element in pixels, in steps: what is laid out by it need not be for each one. */
export const useWidth = (element: HTMLElement | null, step = 20): number => {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element) return undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth / step) * step);
    const sized = new ResizeObserver(measure);
    sized.observe(element);
    measure();
    return () => sized.disconnect();
  }, [element, step]);
  return width;
};
