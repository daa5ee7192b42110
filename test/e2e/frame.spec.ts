import type { Page } from '@playwright/test';
import { bubble, composer, conversation, say, trafficRow } from './screen.ts';
import { expect, test } from './shell.ts';

const greeting = /What can I do for you/;
const statusBar = (page: Page) => page.getByRole('contentinfo', { name: 'Status' });
const html = (page: Page) => page.locator('html');

/** Opens the palette by its keys, types, and takes the first thing that it finds. */
const run = async (page: Page, letters: string): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search, or run a command' }).fill(letters);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Search, or run a command' })).toBeHidden();
};

test('a person finds commands by a few letters, clears the traffic and thinks better of it, all from the keyboard', async ({
  bench,
}) => {
  const { page } = bench;
  await say(page, 'hi');
  await expect(bubble(page, greeting)).toBeVisible();
  await run(page, 'dark');
  await expect(html(page)).toHaveAttribute('data-theme', 'dark');
  await run(page, 'clear traf');
  await expect(statusBar(page)).toContainText('Traffic cleared.');
  await expect(bubble(page, greeting)).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(bubble(page, greeting)).toBeVisible();
  await expect(statusBar(page)).toContainText('Brought back.');
  await run(page, 'POST hooks');
  await expect(page.getByRole('tab', { name: 'Trust' })).toBeFocused();
  await run(page, 'go mess');
  await expect(composer(page)).toBeFocused();
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
});

test('traffic is made wide and the page large; both are so the next time, and can be as they were', async ({
  bench: { page },
}) => {
  await say(page, 'hi');
  await expect(bubble(page, greeting)).toBeVisible();
  await page.keyboard.press('Alt+w');
  await expect(conversation(page)).toBeHidden();
  await page.keyboard.press('ControlOrMeta+=');
  await expect(statusBar(page)).toContainText('Zoom 110%');
  const before = await page.getByRole('banner').boundingBox();
  await page.reload();
  await expect(statusBar(page)).toContainText('Zoom 110%');
  await expect(trafficRow(page, '200')).toHaveCount(1);
  await expect(conversation(page)).toBeHidden();
  expect(await page.getByRole('banner').boundingBox()).toEqual(before);
  await page.getByRole('button', { name: 'Zoom 110%' }).click();
  await expect(statusBar(page)).not.toContainText('Zoom');
  await page.keyboard.press('Alt+m');
  await expect(composer(page)).toBeFocused();
});

test('drawn twice as large there is still nothing to scroll to sideways, and menus open where they belong', async ({
  bench: { page },
  shell,
}) => {
  test.skip(shell === 'electron', 'The shell draws larger by its own means: the page sees a smaller window.');
  await expect(composer(page)).toBeVisible();
  await page.setViewportSize({ width: 640, height: 1000 });
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+=');
  await expect(html(page)).toHaveCSS('zoom', '2');
  for (const pane of ['Inspector', 'Conversation', 'Channels and traffic']) {
    await page.getByRole('tab', { name: pane }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
  }
  const button = page.getByRole('button', { name: 'Theme and language' });
  await button.click();
  const [opener, menu] = [await button.boundingBox(), await page.getByRole('menu').boundingBox()];
  expect(menu?.y).toBeCloseTo((opener?.y ?? 0) + (opener?.height ?? 0) + 4, 0);
  expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(640);
});
