import type { FileUse } from '#shared/contract/shell.ts';
import type { GivenFile } from './given-file.ts';

/** What one bench, or one bundle, can ask of the desk that it lies on. */
export type DeskDoor = {
  /** Lays a bundle in front of the bench, and in the place of one that lies there. Refuses with `data.unreadable`. */
  readonly open: (file: GivenFile) => Promise<void>;
  /** Takes away what lies in front of the bench. */
  readonly close: () => void;
  /** Takes away what lies in front of the bench and gives files to the bench: the bundle itself where none are named. */
  readonly closeFor: (use: FileUse, files?: readonly GivenFile[]) => void;
};

/** There is nothing but the bench. */
export const noDesk: DeskDoor = {
  open: async () => undefined,
  close: () => undefined,
  closeFor: () => undefined,
};
