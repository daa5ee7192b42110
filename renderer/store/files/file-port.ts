import type { Fault } from '#shared/contract/fault.ts';
import type { Unsubscribe } from '#shared/contract/harness.ts';
import type { FileUse, RecentFile } from '#shared/contract/shell.ts';
import type { GivenFile } from './given-file.ts';

/** Files that have come, and why others could not be read. */
export type Arrival = {
  readonly use: FileUse;
  readonly files: readonly GivenFile[];
  readonly refused?: readonly Fault[];
};

/** How files come to the page, whatever has drawn it. */
export type FilePort = {
  /** Asks the person for files. */
  readonly pick: (use: FileUse) => void;
  /** Hears of every file that is picked, opened again or opened from outside; what came before is heard at once. */
  readonly onFiles: (take: (arrival: Arrival) => void) => Unsubscribe;
  /** Remembers files that were dropped. */
  readonly remember: (files: readonly File[]) => void;
  /** Hears which files were opened lately, the last one first; now and whenever they change. */
  readonly onRecent: (tell: (recent: readonly RecentFile[]) => void) => Unsubscribe;
  readonly openRecent: (id: string) => void;
};
