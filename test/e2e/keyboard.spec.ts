import type { Locator, Page } from '@playwright/test';
import { postAsForeignApp, wronglySigned } from './foreign-app.ts';
import { bubble, composer, inspector, verdict } from './screen.ts';
import { expect, test } from './shell.ts';

/** More stops than this on the way to something, and nobody would go on. */
const patience = 60;

/** Goes on from stop to stop, as somebody without a mouse does, until this has the focus. */
const tabTo = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < patience; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target, 'the tab key leads there').toBeFocused();
};

/** Goes to the choice that is made, and on with the arrows to another. */
const choose = async (page: Page, within: Locator, from: string, to: string): Promise<void> => {
  await tabTo(page, within.getByRole('radio', { name: new RegExp(`^${from}`) }));
  const wanted = within.getByRole('radio', { name: new RegExp(`^${to}`) });
  for (let steps = 0; steps < patience && !(await wanted.isChecked()); steps += 1)
    await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
};

test('from what was captured to the file that is sent on, nobody reaches for the mouse: find, inspect, edit, send again, export', async ({
  bench,
}) => {
  const { page } = bench;
  expect(await postAsForeignApp(page, wronglySigned())).toBe(401);
  await page.reload();
  await expect(composer(page)).toBeVisible();
  await page.keyboard.press('Alt+m');
  await page.keyboard.type('hi');
  await page.keyboard.press('Enter');
  await expect(bubble(page, /What can I do for you/)).toBeVisible();

  await page.keyboard.press('Alt+t');
  await page.keyboard.press('/');
  await page.keyboard.type('verdict:refused method:post');
  await expect(page.getByText('1 hit', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Alt+i');
  await expect(verdict(page)).toContainText('Refused');
  await page.keyboard.press('ArrowRight');
  await expect(inspector(page).getByRole('tab', { name: 'Request' })).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('Alt+r');
  const editor = page.getByRole('dialog', { name: /^Edit and resend #/ });
  const body = editor.getByRole('textbox', { name: 'Body of the request' });
  await tabTo(page, body);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('{"session":{"new":true},"message":{"text":"by hand"},"from":{"id":"stranger"}}');
  const credential = editor.getByRole('combobox', { name: 'Credential' });
  await tabTo(page, credential, 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await expect(credential).toHaveValue('re-sign');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(editor.getByRole('region', { name: 'What came back' })).toContainText('200');
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();

  await page.keyboard.press('ControlOrMeta+e');
  const exporting = page.getByRole('dialog', { name: 'Export' });
  await choose(page, exporting, 'What the search finds', 'Everything');
  await choose(page, exporting, 'Bundle, safe to share', 'HAR');
  const har = await bench.savedBy(async () => {
    await tabTo(page, exporting.getByRole('button', { name: 'Save', exact: true }));
    await page.keyboard.press('Enter');
  });
  expect(har.text).toContain('by hand');
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
});
