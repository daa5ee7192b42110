import { basename, extname, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { writeFileInOneStep } from '#main/io/write-file.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import type { FileToSave, SaveOutcome } from '#shared/contract/shell.ts';

/** Asks the person where a file goes, and writes it there. */
export const saveFile = async (
  window: BrowserWindow,
  { name, bytes }: Pick<FileToSave, 'name' | 'bytes'>,
): Promise<SaveOutcome> => {
  const extension = extname(name).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('downloads'), name),
    ...(extension === '' ? {} : { filters: [{ name: extension, extensions: [extension] }] }),
  });
  if (canceled || !filePath) return { state: 'cancelled' };
  try {
    await writeFileInOneStep(filePath, bytes);
  } catch (error) {
    if (error instanceof HarnessError) return { state: 'refused', fault: error.fault };
    throw error;
  }
  return { state: 'saved', name: basename(filePath) };
};
