import { problemsOn, themes } from './axe.ts';
import { bubble, inspect, say, trafficRow } from './screen.ts';
import { expect, test } from './shell.ts';

for (const { theme, ...wanted } of themes) {
  test(`the screen is accessible in the ${theme} theme, empty, in use and set up`, async ({ bench: { page } }) => {
    await page.emulateMedia({ ...wanted, reducedMotion: 'reduce' });
    await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    expect(await problemsOn(page)).toEqual([]);
    await say(page, 'hi');
    await inspect(page, /What can I do for you/);
    await say(page, 'cards');
    await expect(trafficRow(page, '200')).toHaveCount(2);
    await expect(bubble(page, /^cards$/)).toBeVisible();
    expect(await problemsOn(page)).toEqual([]);
    // The person wants nothing to move.
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByRole('textbox', { name: 'Port', exact: true }).fill('none');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Must be a number.')).toBeVisible();
    expect(await problemsOn(page)).toEqual([]);
  });
}

test('at 320 pixels nothing of the shell has to be scrolled to sideways (WCAG 1.4.10)', async ({ bench: { page } }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const pane of ['Conversation', 'Inspector', 'Channels and traffic']) {
    await page.getByRole('tab', { name: pane }).click();
    await expect(page.getByRole('region', { name: pane.split(' ')[0] ?? '' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});
