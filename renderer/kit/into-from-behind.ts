import type { KeyboardEvent } from 'react';

const canHaveFocus = ['a[href]', 'button', 'input', 'select', 'textarea', '[tabindex]']
  .map((each) => `${each}:not([disabled])`)
  .join();

/**
 * Shift Tab on a dialog itself, which has the focus after a click beside its fields or when what had it is gone: on to its last stop. Without
 * this the focus would be sent out before its first one and be brought back, for ever.
 */
export const intoFromBehind = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'Tab' || !event.shiftKey || event.target !== event.currentTarget) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(canHaveFocus)];
  const last = stops.findLast((stop) => stop.tabIndex >= 0 && stop.checkVisibility());
  if (!last) return;
  event.preventDefault();
  last.focus();
};
