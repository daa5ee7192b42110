/** What the disk refuses, and what lies on it. */
export const storeFaults = {
  'store.full': {
    message: 'The disk is full: exchanges are kept in memory only.',
    next: 'Free some space; Hookbench writes them as soon as it can.',
  },
  'store.failed': {
    message: 'The exchange store cannot write: {reason}.',
    next: 'Check the folder {folder}; exchanges are kept in memory until it works.',
  },
  'store.newer': {
    message: 'The data in {folder} was written by a newer Hookbench.',
    next: 'Update Hookbench, or choose another folder with --data.',
  },
  'data.locked': {
    message: 'Another Hookbench (process {pid}) is using {folder}.',
    next: 'Use that one, stop it, or choose another folder with --data.',
  },
  'data.unreadable': {
    message: '{file} cannot be read: {reason}.',
    next: 'Mend the file or move it away; Hookbench has not changed it.',
  },
  'data.refused': {
    message: 'The system does not let Hookbench use {file}: {reason}.',
    next: 'Check who may write there and whether its disk has room, or choose another folder.',
  },
  'secrets.sealed': {
    message: 'The secrets in {folder} were sealed by the desktop app and cannot be opened here.',
    next: 'Start the desktop app, or choose another folder with --data.',
  },
} as const;
