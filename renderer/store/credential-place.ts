import type { Words } from '#renderer/words/words.ts';

/** Where a credential stood, in words: `query token` is the query of the address, under token. */
export const placeWords = (at: string, { places, elsewhere, itsName }: Words['trust']['credential']): string => {
  const [beginning = '', ...rest] = at.split(' ');
  const known: Readonly<Record<string, (name: string) => string>> = places;
  const words = Object.hasOwn(known, beginning) ? known[beginning] : undefined;
  return words ? words(rest.join(' ') || itsName) : elsewhere;
};
