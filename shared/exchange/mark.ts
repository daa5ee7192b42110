/** The colours that an exchange can be marked with. */
export const markColours = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;
export type MarkColour = (typeof markColours)[number];

export const longestNote = 500;

/** What a person has put on an exchange: of twins, on the one that the list shows. */
export type Mark = {
  readonly exchangeId: number;
  readonly isPinned: boolean;
  readonly colour: MarkColour | null;
  /** Empty: none. */
  readonly note: string;
};

export const unmarked = (exchangeId: number): Mark => ({ exchangeId, isPinned: false, colour: null, note: '' });

/** Whether there is nothing on it any more. */
export const isUnmarked = ({ isPinned, colour, note }: Mark): boolean => !isPinned && colour === null && note === '';

/** The marks after some of them changed: by exchange, the oldest first, and none that says nothing. */
export const withMarks = (marks: readonly Mark[], changed: readonly Mark[]): readonly Mark[] => {
  const byExchange = new Map([...marks, ...changed].map((each) => [each.exchangeId, each]));
  return [...byExchange.values()]
    .filter((each) => !isUnmarked(each))
    .toSorted((one, other) => one.exchangeId - other.exchangeId);
};
