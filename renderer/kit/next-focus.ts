import { useEffect, useRef } from 'react';

/** Nobody went elsewhere: the focus is in this place, or fell to what is around it. */
export const isFocusFree = (place: HTMLElement | null): boolean => {
  const { activeElement } = document;
  return !activeElement || activeElement.contains(place) || (place?.contains(activeElement) ?? false);
};

/**
 * Where the focus goes when what has it is about to be gone, or something new is to be filled in: `focusNext` takes what to look for in the
 * place once it is drawn anew, the first choice first.
 */
export const useNextFocus = <Place extends HTMLElement>() => {
  const place = useRef<Place>(null);
  const wanted = useRef<readonly string[]>([]);
  useEffect(() => {
    const found = wanted.current.map((each) => place.current?.querySelector<HTMLElement>(each)).find(Boolean);
    wanted.current = [];
    found?.focus();
  });
  return { place, focusNext: (...selectors: readonly string[]) => void (wanted.current = selectors) };
};

/** Where the focus goes when what had it is gone because something else is shown now. */
export const useFallenFocus = <Place extends HTMLElement>(shown: string | null, selector: string) => {
  const place = useRef<Place>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (isFocusFree(place.current)) place.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [shown, selector]);
  return place;
};
