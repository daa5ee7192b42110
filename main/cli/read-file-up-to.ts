import { readFile, stat } from 'node:fs/promises';
import { refusedFile } from '#main/io/refused-file.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import { refused } from './refused.ts';

/** The bytes of a file of at most so many; a larger one is not read at all, and refused. */
export const readFileUpTo = async (file: string, most: number): Promise<Buffer> => {
  try {
    const { size } = await stat(file);
    if (size > most)
      throw refused(`${file} has more than ${String(Math.floor(most / 1024 / 1024))} MiB: nothing so large is read.`);
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw refused(`There is no file ${file}.`);
    throw error instanceof HarnessError ? error : refusedFile(error, file);
  }
};
