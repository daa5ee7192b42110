import { open, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { refusedFile } from './refused-file.ts';

/** Replaces a file in one step: after a crash it holds the old content or the new one, never half of either. Readable by its owner only. Refuses with `data.refused`. */
export const writeFileInOneStep = async (path: string, content: string | Uint8Array): Promise<void> => {
  const temporary = `${path}.${randomUUID()}.new`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await replace(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw refusedFile(error, path);
  }
};

/** On Windows a file that a virus scanner or an indexer looks at cannot be replaced at that moment. */
const replace = async (from: string, to: string): Promise<void> => {
  for (const pause of [20, 60, 180]) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (process.platform !== 'win32' || !['EPERM', 'EACCES', 'EBUSY'].includes(code)) throw error;
      await wait(pause);
    }
  }
  await rename(from, to);
};
