import { dialog, ipcMain, type BrowserWindow, type IpcMainEvent, type WebContents } from 'electron';
import type { FileUse, SaveOutcome } from '#shared/contract/shell.ts';
import { ipc } from './channel-names.ts';
import type { FileCourier } from './file-courier.ts';
import { isFromPage } from './from-page.ts';
import { fileToSaveOf } from './ipc-frames.ts';
import type { RecentFiles } from './recent-files.ts';
import { saveFile } from './save-file.ts';

type Surroundings = {
  readonly window: () => BrowserWindow | null;
  readonly courier: FileCourier;
  readonly recent: RecentFiles;
  readonly reportBug: (error: unknown) => void;
};

/** The main end of what the page may do with files. It names no path: a person does, in a dialog, a menu or by dropping a file. */
export const bridgeFiles = ({ window, courier, recent, reportBug }: Surroundings): void => {
  const fromPage = (act: (owner: BrowserWindow, given: unknown) => void) => (event: IpcMainEvent, given: unknown) => {
    const owner = window();
    if (owner && isFromPage(event, owner.webContents)) act(owner, given);
  };
  const known = new WeakSet<WebContents>();
  const open = (paths: readonly string[], use: FileUse): void => void courier.open(paths, use).catch(reportBug);

  ipcMain.handle(ipc.saveFile, async (event, given: unknown): Promise<SaveOutcome> => {
    const owner = window();
    const file = fileToSaveOf(given);
    if (!owner || !file || !isFromPage(event, owner.webContents)) return { state: 'cancelled' };
    return saveFile(owner, file);
  });

  ipcMain.on(
    ipc.filesWanted,
    fromPage(({ webContents }) => {
      courier.listen((opened) => {
        if (!webContents.isDestroyed()) webContents.send(ipc.filesOpened, opened);
      });
      webContents.send(ipc.recentFiles, recent.all());
      if (known.has(webContents)) return;
      known.add(webContents);
      // A page that is loaded anew wants them anew.
      webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) courier.stopListening();
      });
      webContents.once('destroyed', () => courier.stopListening());
    }),
  );

  ipcMain.on(
    ipc.pickFiles,
    fromPage((owner, given) => {
      pickFiles(owner)
        .then((paths) => open(paths, given === 'import' ? 'import' : 'open'))
        .catch(reportBug);
    }),
  );

  ipcMain.on(
    ipc.rememberFile,
    fromPage((_owner, given) => {
      if (typeof given === 'string') recent.add(given);
    }),
  );

  ipcMain.on(
    ipc.openRecent,
    fromPage((_owner, given) => {
      const path = typeof given === 'string' ? recent.pathOf(given) : null;
      if (path !== null) open([path], 'open');
    }),
  );
};

const pickFiles = async (owner: BrowserWindow): Promise<readonly string[]> => {
  const { filePaths } = await dialog.showOpenDialog(owner, {
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Hookbench, HAR, Postman, cURL', extensions: ['hookbench', 'har', 'json', 'sh', 'ps1', 'txt'] },
      { name: '*', extensions: ['*'] },
    ],
  });
  return filePaths;
};
