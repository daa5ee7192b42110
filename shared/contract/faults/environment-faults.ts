/** What cannot be done with an environment of a channel. */
export const environmentFaults = {
  'environment.unknown': {
    message: '{channel} has no such environment any more.',
    next: 'Look at the channel again: somebody has removed it.',
  },
  'environment.active': {
    message: 'The environment {environment} is active, so it cannot be removed.',
    next: 'Switch to another one first.',
  },
} as const;
