import type { MenuItem } from './use-menu.ts';

/** What can be done with one value. */
export const valueMenu: readonly MenuItem[] = [
  'copy-value',
  'copy-key',
  'copy-pointer',
  'copy-path',
  'line',
  'open-inside',
  'close-inside',
];
