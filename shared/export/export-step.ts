import type { ReviewLine } from '#shared/export/placeholders.ts';

/** What was chosen and is not in the file: removed since, more than one file may hold (at least so many), or no HTTP, which this form cannot tell. */
export type Skipped = { readonly why: 'gone' | 'too-many' | 'malformed'; readonly count: number };

/** A file that is done. */
export type ExportedFile = {
  /** A name for it, without a folder. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** What was replaced and where, so that a person can check it before the file is written. */
  readonly review: readonly ReviewLine[];
  readonly skipped: readonly Skipped[];
};

/** How far an export is: `of` is 0 while it is being found out what there is to export. */
export type ExportStep = {
  readonly exportId: string;
  readonly done: number;
  readonly of: number;
  /** Null until all is done. */
  readonly file: ExportedFile | null;
};
