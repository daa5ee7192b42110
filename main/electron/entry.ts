import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog, safeStorage, session, type BrowserWindow } from 'electron';
import { defaultDataFolder } from '#main/io/data-folder.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { bridgeHarness } from './bridge.ts';
import { ipc } from './channel-names.ts';
import { bridgeFiles } from './file-bridge.ts';
import { followLanguage } from './follow-language.ts';
import { launchOptions } from './launch-options.ts';
import { installMenu } from './menu.ts';
import { declarePageScheme, servePage } from './page-protocol.ts';
import { startBench, type RunningBench } from './running-bench.ts';
import { lockContents, lockSession, openWindow } from './window.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const pageFolder = here('../page');

let window: BrowserWindow | null = null;
let bench: RunningBench | null = null;

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

const start = async (folder: string, port: number | null): Promise<void> => {
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
  bridgeFiles(() => window);
  followLanguage(bench.harness, app.getPreferredSystemLanguages(), (language) =>
    installMenu((command) => window?.webContents.send(ipc.menu, command), language),
  );
  app.on('second-instance', () => showWindow(folder));
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
const prepare = (): { readonly folder: string; readonly port: number | null } => {
  app.setName('Hookbench');
  declarePageScheme();
  const { dataFolder, port } = launchOptions(process.argv.slice(1));
  const surroundings = { env: process.env, platform: process.platform, home: app.getPath('home') };
  const folder = dataFolder ?? defaultDataFolder(surroundings);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  // The browser's caches are not data: they stand apart.
  app.setPath('sessionData', join(folder, 'shell'));
  return { folder, port };
};

process.on('uncaughtException', tellBug);
app.on('web-contents-created', (_event, contents) => lockContents(contents));
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});
app.on('will-quit', stopBeforeQuit);

try {
  const { folder, port } = prepare();
  // One Hookbench per data folder: the second start shows the window of the first.
  if (app.requestSingleInstanceLock()) start(folder, port).catch(refuseToStart);
  else app.exit(0);
} catch (error) {
  refuseToStart(error);
}
