import { expect, test } from './desktop.ts';

test('the native menu speaks the language that is chosen in the settings, at once', async ({
  desktop: { app, page },
}) => {
  const menus = (): Promise<readonly string[]> =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label.replace('&', '')) ?? []);
  const shortcuts = (): Promise<string | undefined> =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-shortcuts')?.label);
  await expect.poll(menus).toContain('Help');
  await page.evaluate(() => window.hookbench?.wire.call({ command: 'changeSettings', input: { language: 'ko' } }));
  await expect.poll(menus).toContainEqual(expect.stringContaining('도움말'));
  expect(await shortcuts()).toBe('키보드 단축키');
  await expect(page.getByRole('heading', { name: '채널' })).toBeVisible();
  await page.evaluate(() => window.hookbench?.wire.call({ command: 'changeSettings', input: { language: 'en' } }));
  await expect.poll(menus).toContain('Help');
});
