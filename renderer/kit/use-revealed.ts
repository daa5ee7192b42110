import { useEffect, useState, type FocusEvent } from 'react';

/** Milliseconds after which what was revealed is hidden again. */
const exposure = 30_000;

/**
 * What a person asked to see for a moment: it is hidden again when the moment is over, and when the focus leaves its place or the window.
 * Nobody else holds it meanwhile.
 */
export const useRevealed = (ask: (() => Promise<string | null>) | undefined) => {
  const [revealed, setRevealed] = useState<string | null>(null);
  useEffect(() => {
    if (revealed === null) return undefined;
    const hide = () => setRevealed(null);
    const timer = setTimeout(hide, exposure);
    window.addEventListener('blur', hide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', hide);
    };
  }, [revealed]);
  return {
    revealed,
    hide: () => setRevealed(null),
    reveal: () => void ask?.().then(setRevealed),
    bounds: {
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setRevealed(null);
      },
    },
  };
};
