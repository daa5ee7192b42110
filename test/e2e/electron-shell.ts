import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication } from '@playwright/test';
import type { OpenShell } from './shell.ts';

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
    return { app, page, quit: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
};
