import { HarnessError, type Fault } from '#shared/contract/fault.ts';
import type { FilesOpened, FileUse, OpenedFile } from '#shared/contract/shell.ts';
import type { RecentFiles } from './recent-files.ts';

type Surroundings = {
  readonly read: (path: string) => Promise<OpenedFile>;
  readonly recent: Pick<RecentFiles, 'add' | 'remove'>;
};

export type FileCourier = {
  /** Files that a person named: read, and handed to the page as soon as it listens. */
  readonly open: (paths: readonly string[], use: FileUse) => Promise<void>;
  /** The page listens from now on, and hears what waits; until it is said that it does not any more. */
  readonly listen: (deliver: (opened: FilesOpened) => void) => void;
  readonly stopListening: () => void;
};

/** Brings files to the page; what is opened before there is one waits. */
export const createFileCourier = ({ read, recent }: Surroundings): FileCourier => {
  let deliver: ((opened: FilesOpened) => void) | null = null;
  let waiting: readonly FilesOpened[] = [];
  const flush = (): void => {
    if (!deliver) return;
    const due = waiting;
    waiting = [];
    for (const each of due) deliver(each);
  };
  return {
    open: async (paths, use) => {
      const files: OpenedFile[] = [];
      const refused: Fault[] = [];
      for (const path of paths) {
        try {
          files.push(await read(path));
          recent.add(path);
        } catch (error) {
          if (!(error instanceof HarnessError)) throw error;
          refused.push(error.fault);
          recent.remove(path);
        }
      }
      if (paths.length === 0) return;
      waiting = [...waiting, { use, files, refused }];
      flush();
    },
    listen: (to) => {
      deliver = to;
      flush();
    },
    stopListening: () => {
      deliver = null;
    },
  };
};
