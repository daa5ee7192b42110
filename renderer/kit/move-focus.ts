import type { KeyboardEvent } from 'react';

/** Arrow keys go through what holds the places of a list; Tab still goes on from it. */
export const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || event.altKey || event.defaultPrevented) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-holds-place]')];
  const from = rows.findIndex((each) => each.contains(document.activeElement));
  const next = from < 0 ? undefined : rows[from + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};
