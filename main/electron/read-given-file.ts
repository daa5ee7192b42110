import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { refusedFile } from '#main/io/refused-file.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { OpenedFile } from '#shared/contract/shell.ts';
import { importLimits } from '#shared/export/import-limits.ts';
import { sizeWords } from '#shared/text/amount.ts';

/** A file that a person opens, of at most so many bytes. Refuses with `data.unreadable`, which names it without its folder. */
export const readGivenFile = async (path: string): Promise<OpenedFile> => {
  const name = basename(path);
  const unreadable = (reason: string, cause?: unknown): HarnessError =>
    new HarnessError(fault('data.unreadable', { file: name, reason }), { cause });
  try {
    const { size } = await stat(path);
    if (size > importLimits.bytes) throw unreadable(`it is larger than ${sizeWords(importLimits.bytes)}`);
    return { name, bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    if (error instanceof HarnessError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw unreadable('it is not there any more', error);
    const refused = refusedFile(error, path);
    throw refused instanceof HarnessError ? unreadable(String(refused.fault.values?.['reason']), error) : error;
  }
};
