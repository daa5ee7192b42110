import { ipcMain, type BrowserWindow } from 'electron';
import type { SaveOutcome } from '#shared/contract/shell.ts';
import { ipc } from './channel-names.ts';
import { isFromPage } from './from-page.ts';
import { fileToSaveOf } from './ipc-frames.ts';
import { saveFile } from './save-file.ts';

/** The main end of what the page may do with files. It names no path: a person does, in a dialog of the system. */
export const bridgeFiles = (window: () => BrowserWindow | null): void => {
  ipcMain.handle(ipc.saveFile, async (event, given: unknown): Promise<SaveOutcome> => {
    const owner = window();
    const file = fileToSaveOf(given);
    if (!owner || !file || !isFromPage(event, owner.webContents)) return { state: 'cancelled' };
    return saveFile(owner, file);
  });
};
