import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication } from '@playwright/test';
import type { OpenShell, SavedFile } from './shell.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** `ELECTRON_EXE` (with the app as that Electron sees it in `ELECTRON_APP`), else the Electron that was fetched here. */
export const electronPath = (): string => {
  const named = process.env['ELECTRON_EXE'];
  if (named) return named;
  const folder = join(projectFolder, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  if (existsSync(pathFile)) return join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  throw new Error(
    'There is no Electron here. Run "node node_modules/electron/install.js", or name one in ELECTRON_EXE.',
  );
};

/** What a test starts it with: the app, a data folder of its own, and any free port. */
export const electronArgs = (dataFolder: string): readonly string[] => [
  process.env['ELECTRON_APP'] ?? projectFolder,
  `--data=${dataFolder}`,
  '--port=0',
];

/** The person takes the name that the dialog offers, in a folder that both the app and nobody else uses. */
const savedInDialog = async (
  app: ElectronApplication,
  folder: string,
  act: () => Promise<void>,
): Promise<SavedFile> => {
  const saved = app.evaluate(
    ({ dialog }, to) =>
      new Promise<SavedFile>((resolve) => {
        const [fs, path] = [process.getBuiltinModule('fs'), process.getBuiltinModule('path')];
        dialog.showSaveDialog = async (...given: unknown[]) => {
          const { defaultPath = '' } = given.at(-1) as { defaultPath?: string };
          const name = path.basename(defaultPath);
          const filePath = path.join(to, name);
          const look = setInterval(() => {
            if (!fs.existsSync(filePath)) return;
            clearInterval(look);
            resolve({ name, text: fs.readFileSync(filePath, 'utf8') });
          }, 20);
          return { canceled: false, filePath };
        };
      }),
    folder,
  );
  await act();
  return saved;
};

/** The desktop app itself, started as a person would start it, with a data folder of its own; `files`: what it is started for. */
export const openInElectron = async (
  dataFolder: string,
  files: readonly string[] = [],
): Promise<OpenShell & { readonly app: ElectronApplication }> => {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [...electronArgs(dataFolder), ...files],
    timeout: 60_000,
  });
  try {
    const page = await app.firstWindow({ timeout: 60_000 });
    return { app, page, quit: () => app.close(), savedBy: (act) => savedInDialog(app, dataFolder, act) };
  } catch (error) {
    await app.close();
    throw error;
  }
};
