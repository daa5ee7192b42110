import { menuKeys } from '#shared/contract/shell.ts';
import type { ShellBridge } from '#shared/contract/shell.ts';
import { expect, test } from './desktop.ts';

declare global {
  // The page's own globals: the first as the preload makes it, the other as this file does.
  interface Window {
    hookbench?: ShellBridge;
    fromMenu?: string[];
  }
}

type WithPreferences = { readonly getLastWebPreferences: () => Electron.WebPreferences };

test('the window is sandboxed, isolated and without Node', async ({ desktop: { app, page } }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as WithPreferences;
    const { contextIsolation, sandbox, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences();
    return { contextIsolation, sandbox, nodeIntegration, webviewTag, webSecurity };
  });
  expect(preferences).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
  expect(await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(window.hookbench ?? {}))).toEqual([
    'wire',
    'onMenu',
    'zoomTo',
    'toggleFullScreen',
    'saveFile',
    'files',
  ]);
});

test('the window stays on its page, opens nothing and is given no permission', async ({ desktop: { app, page } }) => {
  const url = page.url();
  expect(url).toMatch(/^app:\/\/hookbench\//);
  const answers = await page.evaluate(async () => {
    location.href = 'https://example.com/';
    const opened = window.open('https://example.com/');
    const { state } = await navigator.permissions.query({ name: 'geolocation' });
    const fetched = await fetch('http://127.0.0.1:9/').then(
      () => 'fetched',
      () => 'refused',
    );
    return { opened: opened === null, state, fetched };
  });
  expect(answers).toEqual({ opened: true, state: 'denied', fetched: 'refused' });
  expect(page.url()).toBe(url);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the harness answers nobody but the page', async ({ desktop: { app } }) => {
  const stranger = await app.evaluate(async ({ app: main, BrowserWindow }) => {
    const preload = `${main.getAppPath()}/dist/main/preload.cjs`;
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    await window.loadURL('app://hookbench/index.html');
    const reply = (await window.webContents.executeJavaScript(
      `window.hookbench.wire.call({ command: 'listExchanges', input: { limit: 1 } })`,
    )) as { ok: boolean; fault?: { code: string } };
    window.destroy();
    return reply;
  });
  expect(stranger).toMatchObject({ ok: false, fault: { code: 'wire.refused' } });
});

test('the menu sends its commands to the page', async ({ desktop: { app, page } }) => {
  await page.evaluate(() => {
    const heard: string[] = [];
    window.fromMenu = heard;
    window.hookbench?.onMenu((command) => heard.push(command));
  });
  const clicked = Object.keys(menuKeys);
  await app.evaluate(({ Menu, dialog }, ids) => {
    // The page asks for files: nobody is here to answer.
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    for (const id of ids) Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
  }, clicked);
  await expect.poll(() => page.evaluate(() => window.fromMenu)).toEqual(clicked);
});

test('secrets are sealed where the system can, and the product says so', async ({ desktop }) => {
  const kept = await desktop.app.evaluate(({ app, safeStorage }) => ({
    folder: app.getPath('userData'),
    isSealed: safeStorage.isEncryptionAvailable(),
  }));
  expect(kept.folder.replaceAll('\\', '/')).toContain(desktop.dataFolder);
  const product = await desktop.page.evaluate(
    () =>
      new Promise((resolve) => {
        window.hookbench?.wire.watch(null, (frame) => frame.kind === 'whole' && resolve(frame.session.product));
      }),
  );
  expect(product).toMatchObject({ shell: 'desktop', secretsKept: kept.isSealed ? 'sealed' : 'file' });
});
