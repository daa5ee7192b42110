import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { openInBrowser } from './browser-shell.ts';
import { openInElectron } from './electron-shell.ts';
import { openStill } from './still-shell.ts';
import { watchPage, type Watched } from './watch-page.ts';

export { expect } from '@playwright/test';

/** A file as the person finds it where they saved it. */
export type SavedFile = { readonly name: string; readonly text: string };

/** One running Hookbench with a page in front of it, in whichever shell. */
export type OpenShell = {
  readonly page: Page;
  /** Ends it as a person would: nothing may be lost. */
  readonly quit: () => Promise<void>;
  /** The file that is saved by doing this. */
  readonly savedBy: (act: () => Promise<void>) => Promise<SavedFile>;
};

export type ShellKind = 'browser' | 'electron' | 'still';
export type ShellOptions = { readonly shell: ShellKind };

/** What a journey knows: a page, what went wrong on it, and how to quit and start again. */
export type JourneyBench = {
  readonly page: Page;
  readonly watched: Watched;
  readonly restart: () => Promise<void>;
  readonly savedBy: OpenShell['savedBy'];
};

const open: Readonly<Record<ShellKind, (dataFolder: string) => Promise<OpenShell>>> = {
  browser: (dataFolder) => openInBrowser(dataFolder),
  electron: openInElectron,
  still: openStill,
};

export const test = base.extend<{ bench: JourneyBench }, ShellOptions>({
  shell: ['browser', { option: true, scope: 'worker' }],
  bench: async ({ shell }, use, testInfo) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'hookbench-journey-'));
    let opened = await open[shell](dataFolder);
    let watched = watchPage(opened.page);
    await use({
      get page() {
        return opened.page;
      },
      get watched() {
        return watched;
      },
      restart: async () => {
        await opened.quit();
        opened = await open[shell](dataFolder);
        watched = watchPage(opened.page);
      },
      savedBy: (act) => opened.savedBy(act),
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo
        .attach('page', { body: await opened.page.screenshot(), contentType: 'image/png' })
        .catch(() => undefined);
    }
    await opened.quit();
    rmSync(dataFolder, { recursive: true, force: true });
  },
});
