/** What became of a request that was sent once more, beside what became of it before. */
export const replay = {
  title: 'Replay',
  sentAgain: {
    're-sign': (id: number) => `#${String(id)} sent again with a new credential`,
    'as-is': (id: number) => `#${String(id)} sent again as it was`,
    edited: (id: number) => `#${String(id)} sent again with changes`,
  },
  show: (id: number) => `Show #${String(id)}`,
  before: 'Then',
  now: 'Now',
  nowInLine: 'now',
  absent: 'absent',
  headersDiffer: 'Headers that differ',
  tokenDiffers: 'What differs in the token',
  headersSame: 'The headers are the same.',
  addressDiffers: 'The address differs.',
  addressDiffersMasked: 'The address differs in a part that is masked here.',
  body: {
    tooLong: 'The bodies are too long to compare.',
    same: (size: string) => `The body is the same, byte for byte (${size}).`,
    differs: (before: string, after: string) => `The body differs: ${before} then, ${after} now.`,
    unreadable: 'The bodies could not be read.',
  },
  tokenEndsIn: (end: string) => `token that ends in …${end}`,
  characters: (masked: string, count: number) => `${masked} (${String(count)} characters)`,
  outcome: (status: string, verdict: string) => `${status}, ${verdict}`,
  notAnswered: 'not answered yet',
  lessons: {
    waiting: 'Waiting for the answer.',
    same: 'The outcome is the same.',
    sameSigned: 'The outcome is the same, so the credential was not what decided it.',
    untold: (status: string) => `It was answered ${status} this time, by somebody who does not tell why.`,
    acceptedOtherwise: (status: string) =>
      `Its credential is accepted now. It was answered ${status} for another reason: see the findings.`,
    signedAccepted: 'With its credential made anew it is accepted: that was all that was wrong.',
    signedRefused: 'Its credential is right now, and it is still refused: something else is wrong as well.',
    asIsAccepted: 'Not a byte of it changed, and it is accepted now: the settings of the channel have changed since.',
    asIsRefused:
      'Not a byte of it changed, and it is refused now: time has passed, its token was used up, or the settings have changed.',
    editedAccepted: 'It is accepted now: look at what differs.',
    editedRefused: 'It is refused now: look at what differs.',
  },
};
