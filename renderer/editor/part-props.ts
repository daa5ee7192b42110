import type { DraftView } from '#renderer/store/editor/use-draft.ts';
import type { Writing } from '#renderer/store/editor/writing.ts';

/** What every part of the request gets: where it is kept, what is written, and all that is to be said of it. */
export type PartProps = { readonly place: string; readonly writing: Writing; readonly view: DraftView };
