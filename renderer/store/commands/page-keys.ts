import type { Words } from '#renderer/words/words.ts';

/** What the keyboard does in one place of the page only: no command, but to be known. */
export const pageKeys: readonly { readonly keys: readonly string[]; readonly does: keyof Words['shortcuts'] }[] = [
  { keys: ['Enter'], does: 'send' },
  { keys: ['Shift', 'Enter'], does: 'new-line' },
  { keys: ['↑', '↓'], does: 'move' },
  { keys: ['Enter'], does: 'show-exchange' },
];
