import { open, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';

/** Replaces a file in one step: after a crash it holds the old content or the new one, never half of either. Readable by its owner only. */
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
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};
