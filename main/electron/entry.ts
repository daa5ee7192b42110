import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog, safeStorage, session, type BrowserWindow } from 'electron';
import { defaultDataFolder } from '#main/io/data-folder.ts';
import type { Language } from '#shared/session/language.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { bridgeHarness } from './bridge.ts';
import { ipc } from './channel-names.ts';
import { bridgeFiles } from './file-bridge.ts';
import { createFileCourier, type FileCourier } from './file-courier.ts';
import { followLanguage } from './follow-language.ts';
import { launchOptions, type LaunchOptions } from './launch-options.ts';
import { installMenu } from './menu.ts';
import { declarePageScheme, servePage } from './page-protocol.ts';
import { readGivenFile } from './read-given-file.ts';
import { createRecentFiles, type RecentFiles } from './recent-files.ts';
import { startBench, type RunningBench } from './running-bench.ts';
import { lockContents, lockSession, openWindow } from './window.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const pageFolder = here('../page');

let window: BrowserWindow | null = null;
let bench: RunningBench | null = null;
let drawMenu = (): void => undefined;

type Files = { readonly folder: string; readonly recent: RecentFiles; readonly courier: FileCourier };

const showWindow = (folder: string): void => {
  if (window) {
    if (window.isMinimized()) window.restore();
    window.focus();
    return;
  }
  window = openWindow(folder, here('./preload.cjs'));
  window.once('closed', () => {
    window = null;
  });
};

/** A sentence and the next step where the world refused; anything else is a bug and says so. */
const refuseToStart = (error: unknown): void => {
  const isFault = error instanceof HarnessError;
  const text = isFault ? `${error.fault.message}\n\n${error.fault.next}` : String(error);
  dialog.showErrorBox(isFault ? 'Hookbench cannot start' : 'Hookbench made a mistake while it started', text);
  app.exit(2);
};

/** Files can be opened before anything else is there: the system may start the app for one. */
const createFiles = (folder: string): Files => {
  const recent = createRecentFiles(folder, {
    onChange: () => {
      drawMenu();
      window?.webContents.send(ipc.recentFiles, recent.all());
    },
    // The system has lists of its own.
    onAdd: (path) => app.addRecentDocument(path),
  });
  return { folder, recent, courier: createFileCourier({ read: readGivenFile, recent }) };
};

const openFiles = ({ courier }: Files, paths: readonly string[]): void =>
  void courier.open(paths, 'open').catch(tellBug);

/** The menu in the language that the bench speaks, with the files that were opened lately. */
const drawMenuIn = (language: Language, files: Files): void => {
  const { recent } = files;
  installMenu((command) => window?.webContents.send(ipc.menu, command), language, {
    files: recent.all(),
    open: (id) => {
      const path = recent.pathOf(id);
      if (path === null) return;
      showWindow(files.folder);
      openFiles(files, [path]);
    },
    clear: () => {
      recent.clear();
      app.clearRecentDocuments();
    },
  });
};

const start = async (port: number | null, files: Files): Promise<void> => {
  const { folder } = files;
  await app.whenReady();
  lockSession(session.defaultSession);
  servePage(session.defaultSession, pageFolder);
  const sealer = safeStorage.isEncryptionAvailable() ? safeStorage : null;
  bench = await startBench({ folder, version: app.getVersion(), pageFolder, sealer, port });
  bridgeHarness(
    bench.harness,
    bench.reportBug,
    () => window?.webContents ?? null,
    () => window?.setFullScreen(!window.isFullScreen()),
  );
  bridgeFiles({ window: () => window, ...files, reportBug: tellBug });
  followLanguage(bench.harness, app.getPreferredSystemLanguages(), (language) => {
    drawMenu = () => drawMenuIn(language, files);
    drawMenu();
  });
  app.on('activate', () => showWindow(folder));
  showWindow(folder);
};

let isStopping = false;

/** What was captured is kept before the process ends, however it was asked to; asking twice does not make it hurry. */
const stopBeforeQuit = (event: Electron.Event): void => {
  if (!bench) return;
  event.preventDefault();
  if (isStopping) return;
  isStopping = true;
  const { stop, reportBug } = bench;
  stop().then(
    () => app.exit(0),
    (error: unknown) => {
      reportBug(error);
      app.exit(1);
    },
  );
};

/** What nobody foresaw is logged once and told by its number; the bench goes on. */
const tellBug = (error: unknown): void => {
  if (!bench) return refuseToStart(error);
  const { message, next } = fault('bug', { incident: bench.reportBug(error) });
  return dialog.showErrorBox('Hookbench', `${message}\n\n${next}`);
};

/** All that has to be settled before the app is ready. */
const prepare = (): Omit<LaunchOptions, 'dataFolder'> & { readonly folder: string } => {
  app.setName('Hookbench');
  declarePageScheme();
  const { dataFolder, port, files } = launchOptions(process.argv.slice(1));
  const surroundings = { env: process.env, platform: process.platform, home: app.getPath('home') };
  const folder = dataFolder ?? defaultDataFolder(surroundings);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  // The browser's caches are not data: they stand apart.
  app.setPath('sessionData', join(folder, 'shell'));
  return { folder, port, files };
};

process.on('uncaughtException', tellBug);
app.on('web-contents-created', (_event, contents) => lockContents(contents));
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});
app.on('will-quit', stopBeforeQuit);

try {
  const { folder, port, files: given } = prepare();
  // One Hookbench per data folder: the second start shows the window of the first, and gives it its files.
  if (app.requestSingleInstanceLock()) {
    const files = createFiles(folder);
    // Heard from the beginning: what a person opens while the first one still starts waits for its page.
    app.on('second-instance', (_event, args, from) => {
      if (bench) showWindow(folder);
      openFiles(files, launchOptions(args.slice(1), from).files);
    });
    app.on('open-file', (event, path) => {
      event.preventDefault();
      if (bench) showWindow(folder);
      openFiles(files, [path]);
    });
    openFiles(files, given);
    start(port, files).catch(refuseToStart);
  } else app.exit(0);
} catch (error) {
  refuseToStart(error);
}
