/** What became of an exchange. */
export const outcomes = {
  /** What a verdict is called. */
  verdicts: { trusted: 'trusted', refused: 'refused', unchecked: 'not checked' },
  withFindings: (verdict: string) => `${verdict}, with findings`,
  waiting: 'waiting',
  notSent: 'not sent',
  /** The status column where there is no number: short enough for it. */
  status: { aborted: 'gone', failed: 'fail', malformed: 'bad' },
  pending: 'Waiting for the answer.',
  aborted: 'The sender went away before the exchange was complete.',
  malformed: (reason: string) => `The bytes were not HTTP: ${reason}.`,
  /** Said aloud of a request that was refused. */
  news: (method: string, status: string, verdict: string, note: string) => `${method} ${status}, ${verdict}. ${note}`,
};
