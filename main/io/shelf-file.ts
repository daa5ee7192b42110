import { join } from 'node:path';
import type { World } from '#main/harness/world.ts';
import { Shelf } from '#shared/shelf/shelf.ts';
import { readJsonFile } from './read-json-file.ts';
import { writeFileInOneStep } from './write-file.ts';

/** What a person has put by, as a file that a person can read. */
export const createShelfFile = (folder: string): World['shelfFile'] => {
  const file = join(folder, 'shelf.json');
  return {
    read: () => readJsonFile(file, Shelf),
    write: (shelf) => writeFileInOneStep(file, `${JSON.stringify(shelf, null, 2)}\n`),
  };
};
