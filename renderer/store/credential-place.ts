const places: readonly (readonly [beginning: string, words: (rest: string) => string])[] = [
  ['query', (rest) => `the query of the address, under ${rest}`],
  ['header', (rest) => `the header ${rest}`],
  ['body', (rest) => `the body, at ${rest}`],
  ['path', () => 'the path of the address'],
];

/** Where a credential stood, in words: `query token` is the query of the address, under token. */
export const placeWords = (at: string): string => {
  const [beginning = '', ...rest] = at.split(' ');
  const words = places.find(([each]) => each === beginning)?.[1];
  return words ? words(rest.join(' ') || 'its name') : 'the request';
};
