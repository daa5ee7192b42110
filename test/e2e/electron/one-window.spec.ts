import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { electronArgs, electronPath, openInElectron } from '../electron-shell.ts';
import { expect, test } from './desktop.ts';

test('a second start shows the window of the first and ends', async ({ desktop: { app, dataFolder } }) => {
  const asked = app.evaluate(
    (electron) => new Promise<boolean>((resolve) => electron.app.once('second-instance', () => resolve(true))),
  );
  const second = spawn(electronPath(), electronArgs(dataFolder), { stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(await asked).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the window comes back in the size that it was left in', async ({ desktop: { app, dataFolder } }) => {
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 50, width: 1111, height: 666 });
  });
  await app.close();
  const again = await openInElectron(dataFolder);
  const bounds = await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  await again.quit();
  expect(bounds).toMatchObject({ width: 1111, height: 666 });
});
