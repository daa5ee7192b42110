import type { Placeholders } from '#shared/export/placeholders.ts';

/** What stands where a text was in which something private could still be read in a form that nobody foresaw. */
const leftOut = 'left-out';

/** The text, or nothing of it where something private can still be read in it. */
export const guarded = (
  text: string,
  { placeholders, place }: { readonly placeholders: Placeholders; readonly place: string },
): string => {
  if (!placeholders.standsIn(text)) return text;
  placeholders.noteGone('text in which something private could still be read', place);
  return leftOut;
};
