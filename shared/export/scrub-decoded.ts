import type { Scrubbing } from '#shared/export/scrubbing.ts';

/** `scrub`: how what was decoded is looked into. */
export type Decoding = Scrubbing & { readonly scrub: (text: string, scrubbing: Scrubbing) => string };

/** What was decoded with everything private replaced, encoded again; null where it is no text or nothing is private in it. */
export const changedWithin = (
  decoded: string | null,
  scrubbing: Decoding,
  encode: (after: string) => string,
): string | null => {
  // eslint-disable-next-line no-control-regex -- controls tell bytes from text.
  if (decoded === null || decoded === '' || /[\0-\x08\x0b\x0c\x0e-\x1f]/.test(decoded)) return null;
  const after = scrubbing.scrub(decoded, scrubbing);
  return after === decoded ? null : encode(after);
};
