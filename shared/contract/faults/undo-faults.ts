/** What cannot be brought back. */
export const undoFaults = {
  'undo.over': {
    message: 'This cannot be brought back any more.',
    next: 'What is removed can be brought back for a minute, and until Hookbench ends.',
  },
} as const;
