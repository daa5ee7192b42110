import { join } from 'node:path';
import { Type } from 'typebox';
import type { World } from '#main/harness/world.ts';
import { emptyShelf, Shelf } from '#shared/shelf/shelf.ts';
import { readJsonFile } from './read-json-file.ts';
import { writeFileInOneStep } from './write-file.ts';

/** What is absent was not known to the Hookbench that wrote the file. */
const Stored = Type.Partial(Shelf);

/** What a person has put by, as a file that a person can read. */
export const createShelfFile = (folder: string): World['shelfFile'] => {
  const file = join(folder, 'shelf.json');
  return {
    read: async () => {
      const content = await readJsonFile(file, Stored);
      return content && { ...emptyShelf, ...content };
    },
    write: (shelf) => writeFileInOneStep(file, `${JSON.stringify(shelf, null, 2)}\n`),
  };
};
