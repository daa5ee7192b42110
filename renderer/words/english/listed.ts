const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Names in a sentence: “A, B and C”. */
export const listed = (names: readonly string[]): string => list.format(names);
