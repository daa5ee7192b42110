/** What cannot be exported or imported. */
export const exportFaults = {
  'export.nothing': {
    message: 'There is nothing to export: no exchange or conversation is of that kind.',
    next: 'Choose others, or capture something first.',
  },
  'export.gone': {
    message: 'This export is not there any more.',
    next: 'Export again: only the newest few are kept, and only while Hookbench runs.',
  },
  'export.unfinished': {
    message: 'This export is not done yet.',
    next: 'Wait until it is, then read it.',
  },
  'export.too-large': {
    message: 'The file would have more than {limit}.',
    next: 'Choose fewer exchanges, and export the others into a second file.',
  },
  'import.unreadable': {
    message: '{file} cannot be imported: {reason}.',
    next: 'Nothing of it was kept. Mend the file, or export it again where it came from.',
  },
  'import.too-large': {
    message: 'Nothing that has more than {limit} is imported.',
    next: 'Export less of it where it came from.',
  },
  'import.gone': {
    message: 'What was handed in for an import is not there any more.',
    next: 'Choose the file again.',
  },
  'import.unanswered': {
    message: 'The file that this came from holds no answer to it.',
    next: 'Send it again to get one.',
  },
  'bundle.read-only': {
    message: 'This bundle is opened to be read: nothing in it can be changed, and nothing is sent from it.',
    next: 'Import it into a bench of your own to go on with what it holds.',
  },
} as const;
