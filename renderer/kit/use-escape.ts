import { useEffect, useRef, type RefObject } from 'react';

/**
 * What Escape does in an element, before a sheet around it would close: `act` returns whether it had something to do. The sheet listens at
 * the document, so this listens at the window.
 */
export const useEscape = (within: RefObject<HTMLElement | null>, act: () => boolean): void => {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isInside = event.target instanceof Node && within.current?.contains(event.target) === true;
      if (event.key !== 'Escape' || event.isComposing || !isInside || !latest.current()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [within]);
};
