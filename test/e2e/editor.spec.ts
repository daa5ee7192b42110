import type { Locator, Page } from '@playwright/test';
import { postAsForeignApp, wronglySigned } from './foreign-app.ts';
import { inspector, trafficRow } from './screen.ts';
import { expect, test } from './shell.ts';

const editor = (page: Page, name: RegExp = /^Edit and resend/): Locator => page.getByRole('dialog', { name });
const result = (page: Page): Locator => page.getByRole('region', { name: 'What came back' });
const bodyOf = (sheet: Locator): Locator => sheet.getByRole('textbox', { name: 'Body of the request' });

/** A foreign app is refused, and its request is opened from the menu of its row. */
const editRefused = async (page: Page): Promise<Locator> => {
  expect(await postAsForeignApp(page, wronglySigned())).toBe(401);
  await trafficRow(page, '401').first().click();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /^Edit and resend/ }).press('Enter');
  const sheet = editor(page);
  await expect(sheet.getByRole('textbox', { name: 'Address' })).toBeFocused();
  await expect(bodyOf(sheet)).toContainText('stranger');
  return sheet;
};

const write = async (page: Page, body: Locator, text: string): Promise<void> => {
  await body.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
};

/** Takes the first of what is offered. What comes up in the moment of the key is not taken: a person sees it first. */
const takeFirst = async (page: Page, name: string): Promise<void> => {
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(name);
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
};

test('a refused request is mended from the keyboard, signed anew, accepted, and stands beside what it was', async ({
  bench: { page, watched },
}) => {
  const sheet = await editRefused(page);
  const credential = sheet.getByRole('textbox', { name: 'Value of header 1' });
  await expect(credential).toHaveCSS('-webkit-text-security', 'disc');
  await sheet.getByRole('button', { name: /^Show authorization/i }).press('Enter');
  await expect(credential).toHaveCSS('-webkit-text-security', 'none');

  const body = bodyOf(sheet);
  await write(page, body, '{"session": {"new": true}, "from": {"id": "stranger"}, }');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('"mes');
  await takeFirst(page, 'message');
  await page.keyboard.type('"te');
  await takeFirst(page, 'text');
  await page.keyboard.type('at {{now}}');
  const problems = sheet.getByRole('list', { name: 'What is noticed in the body' });
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(']');
  await expect(problems).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(sheet.getByText('No problems.')).toBeVisible();

  // The text is no trap: Escape leaves it, Tab goes on from there.
  await page.keyboard.press('Escape');
  await expect(body).not.toBeFocused();
  await expect(sheet).toBeVisible();
  await body.focus();
  await page.keyboard.press('Shift+Tab');
  await expect(body).not.toBeFocused();

  await sheet.getByRole('switch', { name: 'Variables' }).press('Space');
  await expect(sheet.getByText('{{now}}', { exact: true })).toBeVisible();
  await sheet.getByLabel('Credential').selectOption('Made anew');
  await body.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(result(page).getByText('It is accepted now: look at what differs.')).toBeVisible();
  await expect(result(page).getByRole('button', { name: /^#\d+: 200, trusted$/ })).toBeVisible();
  await result(page)
    .getByRole('button', { name: /^Request · / })
    .press('Enter');
  await expect(result(page).getByText('/message/text')).toBeVisible();
  await expect(
    result(page)
      .getByText(/at \d{4}-\d\d-\d\dT/)
      .first(),
  ).toBeVisible();

  await result(page).getByRole('button', { name: 'Show in the inspector' }).press('Enter');
  await expect(sheet).toBeHidden();
  await expect(inspector(page).getByText('200').first()).toBeVisible();
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});

test('a request is saved without its credential, found again after a restart, and sent elsewhere', async ({
  bench,
}) => {
  const { page } = bench;
  const sheet = await editRefused(page);
  await sheet.getByLabel('Credential').selectOption('Made anew');
  await page.keyboard.press('ControlOrMeta+s');
  const naming = page.getByRole('dialog', { name: 'Save this request' });
  await naming.getByRole('textbox', { name: 'Name' }).fill('A stranger says hi');
  await naming.getByRole('combobox', { name: 'Folder' }).fill('smoke/tokens');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Saved as A stranger says hi.');
  // From now on it is the saved request that is written.
  const kept = editor(page, /^Saved request: A stranger says hi/);
  await expect(kept.getByRole('treeitem', { name: /A stranger says hi/ })).toHaveAttribute('aria-selected', 'true');
  await expect(kept.getByText('changed')).toBeHidden();

  await bench.restart();
  await expect(trafficRow(bench.page, '401')).toBeVisible();
  await bench.page.keyboard.press('ControlOrMeta+k');
  await bench.page.keyboard.type('stranger says');
  await expect(bench.page.getByRole('option', { name: /smoke\/tokens\/A stranger says hi/ })).toBeVisible();
  await bench.page.keyboard.press('Enter');
  const saved = editor(bench.page, /^Saved request: A stranger says hi/);
  // Its claims are kept, its signature is not.
  await expect(saved.getByRole('textbox', { name: 'Value of header 1' })).toHaveValue(/^bearer [\w-]+\.[\w-]+\.$/i);

  // Nobody is at home there: what happened is told, and what was written stays.
  const address = saved.getByRole('textbox', { name: 'Address' });
  await address.fill((await address.inputValue()).replace(/\/\/[^/]+/, '//127.0.0.1:1'));
  await bench.page.keyboard.press('ControlOrMeta+Enter');
  await expect(result(bench.page).getByRole('button', { name: /^#\d+: (?!200)/ })).toBeVisible();
  await expect(saved.getByText('changed')).toBeVisible();

  await saved.getByRole('button', { name: 'Send it to another server' }).press('Enter');
  await bench.page.getByRole('menuitem', { name: /this bench/ }).press('Enter');
  await expect(address).not.toHaveValue(/127\.0\.0\.1:1\//);
  await address.press('ControlOrMeta+Enter');
  await expect(result(bench.page).getByRole('button', { name: /^#\d+: 200, trusted$/ })).toBeVisible();
});

test('a request is sent many times, watched, and stopped', async ({ bench: { page, watched } }) => {
  const sheet = await editRefused(page);
  await sheet.getByRole('button', { name: 'Send it many times' }).press('Enter');
  await sheet.getByLabel('How many').fill('400');
  await sheet.getByLabel('Per second').fill('20');
  await sheet.getByRole('button', { name: 'Send 400 times' }).press('Enter');
  const whole = page.getByRole('region', { name: 'What became of all of them' });
  await expect(whole.getByRole('progressbar')).toBeVisible();
  await expect(whole.getByText(/^[1-9]\d* of 400 are over$/)).toBeVisible();
  await whole.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(whole.getByText('Cancelled')).toBeVisible();
  const over = await whole.getByText(/of 400 are over$/).textContent();
  expect(Number.parseInt(over ?? '', 10)).toBeLessThan(400);
  await whole.getByRole('button', { name: 'Show them in the traffic' }).press('Enter');
  await expect(sheet).toBeHidden();
  await expect(trafficRow(page, '401').first()).toBeVisible();
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});
