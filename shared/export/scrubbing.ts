import type { Placeholders } from '#shared/export/placeholders.ts';

/** Where a text stands, what it is replaced with, and how deep it is nested in others. */
export type Scrubbing = { readonly placeholders: Placeholders; readonly place: string; readonly depth: number };
