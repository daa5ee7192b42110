import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ElectronApplication, Page } from '@playwright/test';
import { electronArgs, electronPath, openInElectron } from '../electron-shell.ts';
import { bubble, say } from '../screen.ts';
import { expect, test } from './desktop.ts';

/** Where the app sees it, which may be another machine's disk than that of the test. */
const write = (app: ElectronApplication, path: string, text: string): Promise<void> =>
  app.evaluate((_electron, given) => process.getBuiltinModule('fs').writeFileSync(given.path, given.text), {
    path,
    text,
  });
const read = (app: ElectronApplication, path: string): Promise<string> =>
  app.evaluate((_electron, given) => process.getBuiltinModule('fs').readFileSync(given, 'utf8'), path);

/** A person answers the dialogs of the system with these files. */
const answerDialogs = (app: ElectronApplication, answers: { open: string[]; save: string | null }): Promise<void> =>
  app.evaluate(({ dialog }, given) => {
    dialog.showOpenDialog = async () => ({ canceled: given.open.length === 0, filePaths: given.open });
    dialog.showSaveDialog = async () => ({ canceled: given.save === null, filePath: given.save ?? '' });
  }, answers);

const clickMenu = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, given) => Menu.getApplicationMenu()?.getMenuItemById(given)?.click(), id);

const recentInMenu = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items[0]?.submenu?.items ?? [];
    return file.find(({ label }) => label === 'Open recent')?.submenu?.items.map(({ label }) => label) ?? [];
  });

const banner = (page: Page, name: string) => page.getByRole('region', { name: `Read-only: ${name}` });
const status = (page: Page) => page.getByRole('contentinfo', { name: 'Status' });

const bundle = JSON.stringify({
  format: 'hookbench-bundle',
  version: 1,
  madeBy: 'Hookbench 0.1.0',
  madeAt: '2026-11-01T10:00:00Z',
  channels: [],
  exchanges: [],
  conversations: [],
  review: [],
});

test('a bundle is saved where the person says, opened again from the menu, and is in the lists of recent files', async ({
  desktop: { app, page, dataFolder },
}) => {
  const path = `${dataFolder}/case.hookbench`;
  await say(page, 'hi');
  await expect(bubble(page, /What can I do for you/)).toBeVisible();
  await clickMenu(app, 'export-traffic');
  await page.getByRole('button', { name: 'Review what is replaced' }).click();
  const save = page.getByRole('button', { name: 'Save the bundle' });
  await answerDialogs(app, { open: [path], save: null });
  await save.click();
  await expect(save, 'whoever thinks better of it can save again').toBeEnabled();
  await answerDialogs(app, { open: [path], save: path });
  await save.click();
  await expect(status(page)).toContainText('case.hookbench saved');
  expect(await read(app, path)).toContain('"format": "hookbench-bundle"');
  await clickMenu(app, 'open-file');
  await expect(banner(page, 'case.hookbench')).toContainText('2 exchanges');
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeHidden();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  expect(await recentInMenu(app)).toEqual(['case.hookbench', '', 'Clear recent files']);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search, or run a command' }).fill('case.hook');
  await page.keyboard.press('Enter');
  await expect(banner(page, 'case.hookbench')).toBeVisible();
});

test('a double click starts the app with the bundle; one more, while it runs, opens another in the same window', async ({
  desktop,
}) => {
  const { dataFolder } = desktop;
  await write(desktop.app, `${dataFolder}/first.hookbench`, bundle);
  await write(desktop.app, `${dataFolder}/second.hookbench`, bundle);
  await desktop.app.close();
  const { app, page, quit } = await openInElectron(dataFolder, [`${dataFolder}/first.hookbench`]);
  await expect(banner(page, 'first.hookbench')).toBeVisible();
  const args = [...electronArgs(dataFolder), `${dataFolder}/second.hookbench`];
  const again = spawn(electronPath(), args, { stdio: 'ignore' });
  await once(again, 'exit');
  await expect(banner(page, 'second.hookbench')).toBeVisible();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await recentInMenu(app)).toEqual(['second.hookbench', 'first.hookbench', '', 'Clear recent files']);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  await app.evaluate(
    ({ app: main }, path) => main.emit('open-file', { preventDefault: () => undefined }, path),
    `${dataFolder}/first.hookbench`,
  );
  await expect(banner(page, 'first.hookbench'), 'as macOS says it').toBeVisible();
  await quit();
});

test('a recent file that is gone says so, and leaves the list', async ({ desktop: { app, page, dataFolder } }) => {
  const path = `${dataFolder}/gone.hookbench`;
  await write(app, path, bundle);
  await answerDialogs(app, { open: [path], save: null });
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+o');
  await expect(banner(page, 'gone.hookbench')).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await app.evaluate((_electron, given) => process.getBuiltinModule('fs').rmSync(given), path);
  await app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items[0]?.submenu?.items ?? [];
    file.find(({ label }) => label === 'Open recent')?.submenu?.items[0]?.click();
  });
  await expect(status(page)).toContainText('gone.hookbench cannot be read: it is not there any more.');
  expect(await recentInMenu(app)).toEqual(['No recent files']);
});
