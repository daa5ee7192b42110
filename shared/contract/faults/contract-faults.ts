/** What goes wrong between a screen and the harness. */
export const contractFaults = {
  'command.unknown': {
    message: 'There is no command {command}.',
    next: 'The page and the server are of different versions: reload.',
  },
  'input.invalid': { message: '{problem}', next: 'Correct it and try again.' },
  'wire.lost': {
    message: 'The connection to Hookbench was lost.',
    next: 'Check that it is still running; the page reconnects by itself.',
  },
  'wire.refused': {
    message: 'Hookbench refused this page: {reason}.',
    next: 'Open the URL that Hookbench printed when it started.',
  },
  bug: {
    message: 'Hookbench made a mistake (incident {incident}).',
    next: 'Nothing was lost. The log holds the details under that number.',
  },
} as const;
