/** What cannot be done with the rows of the traffic. */
export const rowFaults = {
  'query.wrong': {
    message: '{problem}',
    next: 'Correct it there. Every field, with what it takes, is in the help of the search.',
  },
  'marks.full': {
    message: 'There are {most} marked exchanges already.',
    next: 'Take the marks off some that you do not need any more.',
  },
} as const;
