import type { Placeholders } from '#shared/export/placeholders.ts';
import { scrubText } from '#shared/export/scrub-text.ts';

/** What stands where a text was in which something private could still be read in a form that nobody foresaw. */
const leftOut = 'left-out';

/** A text as it came. */
export const scrubbed = (text: string, placeholders: Placeholders, place: string): string => {
  placeholders.keepTaken(text);
  return guarded(scrubText(text, { placeholders, place, depth: 0 }), placeholders, place);
};

/** The text, or nothing of it where something private can still be read in it. */
export const guarded = (text: string, placeholders: Placeholders, place: string): string => {
  if (!placeholders.standsIn(text)) return text;
  placeholders.noteGone('text in which something private could still be read', place);
  return leftOut;
};
