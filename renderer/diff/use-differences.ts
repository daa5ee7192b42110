import { useCallback, useState, type FocusEvent, type RefObject } from 'react';

const all = (within: HTMLElement | null): readonly HTMLElement[] => [
  ...(within?.querySelectorAll<HTMLElement>('[data-difference]') ?? []),
];

/** Where the focus is among the differences on screen: from 1; null where it is on none. */
export type DifferencePlace = { readonly at: number; readonly of: number } | null;

/** Goes from one difference on screen to the next, round and round; each takes the focus, so that it is read out. */
export const useDifferences = (within: RefObject<HTMLElement | null>) => {
  const [place, setPlace] = useState<DifferencePlace>(null);
  const step = useCallback(
    (by: 1 | -1): void => {
      const found = all(within.current);
      const from = found.findIndex((each) => each.contains(document.activeElement));
      const start = from < 0 && by < 0 ? 0 : from;
      const next = found[(start + by + found.length) % Math.max(1, found.length)];
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: 'center' });
    },
    [within],
  );
  const onFocus = ({ target }: FocusEvent): void => {
    const found = all(within.current);
    const at = found.findIndex((each) => each.contains(target));
    setPlace(at < 0 ? null : { at: at + 1, of: found.length });
  };
  return { place, step, onFocus };
};
