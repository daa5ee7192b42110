import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import { openInElectron } from '../electron-shell.ts';

export { expect } from '@playwright/test';

export type Desktop = { readonly app: ElectronApplication; readonly page: Page; readonly dataFolder: string };

/** The desktop app with its main process at hand, for what only a desktop has. */
export const test = base.extend<{ desktop: Desktop }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from this pattern that it needs nothing.
  desktop: async ({}, use) => {
    const dataFolder = join(tmpdir(), `hookbench-desktop-${String(process.pid)}-${String(Date.now())}`);
    const { app, page, quit } = await openInElectron(dataFolder);
    await use({ app, page, dataFolder });
    await quit();
  },
});
