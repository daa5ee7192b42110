import type { Locator, Page } from '@playwright/test';
import { bubble, composer, conversation, say } from './screen.ts';
import { expect, test } from './shell.ts';

const greeting = /What can I do for you/;
const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Channels' });
const part = (page: Page, name: string): Locator => sheet(page).getByRole('tab', { name: new RegExp(`^${name}`) });
const listed = (page: Page, name: string): Locator =>
  sheet(page)
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) });
const statusBar = (page: Page): Locator => page.getByRole('contentinfo', { name: 'Status', includeHidden: true });
const save = (page: Page): Locator => sheet(page).getByRole('button', { name: 'Save', exact: true });

/** The settings of one of the demo channels, with the group in which its secret is. */
const openSettings = async (page: Page, channel: string, group: string): Promise<void> => {
  await page.getByRole('button', { name: `Edit ${channel}` }).click();
  await part(page, 'Settings').click();
  await sheet(page).getByRole('button', { name: group, exact: true }).click();
};

test('a person pastes a token with a line break, is told at once, cleans it, and looks at it for a moment', async ({
  bench,
}) => {
  const { page } = bench;
  await openSettings(page, 'Kore.ai demo', 'App');
  await sheet(page).getByRole('button', { name: 'Replace' }).first().click();
  const secret = sheet(page).getByRole('textbox', { name: 'Client secret' });
  await secret.focus();
  await page.keyboard.insertText('invented-for-this-\njourney-\u200b01= ');
  await expect(
    sheet(page).getByText(/It has 1 character without width.*white space behind it.*line break/),
  ).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Clean', exact: true }).click();
  await expect(secret).toHaveValue('invented-for-this-journey-01=');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(statusBar(page)).toContainText('Saved.');
  await expect(secret).toBeHidden();
  await sheet(page).getByRole('button', { name: 'Show Client secret' }).click();
  await expect(secret).toHaveValue('invented-for-this-journey-01=');
  await sheet(page).getByRole('textbox', { name: 'Client id' }).click();
  await expect(secret).toBeHidden();
  expect(await page.content()).not.toContain('invented-for-this-journey');
  await page.keyboard.press('Escape');
  await say(page, 'hi');
  await expect(bubble(page, greeting)).toBeVisible();
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
});

test('the check finds that nobody listens where the channel calls, and leads to the setting that says so', async ({
  bench: { page },
}) => {
  await openSettings(page, 'Kore.ai demo', 'App');
  await sheet(page).getByRole('switch', { name: 'Play the Kore.ai end' }).click();
  await sheet(page).getByRole('textbox', { name: 'Kore.ai address' }).fill('http://127.0.0.1:9');
  await save(page).click();
  await expect(statusBar(page)).toContainText('Saved.');
  await page.keyboard.press('Escape');
  await say(page, 'is anybody there?');
  await conversation(page).getByRole('button', { name: 'Check the channel' }).click();
  await expect(conversation(page).getByText(/^\d+ problems?$/)).toBeVisible();
  await conversation(page).getByRole('button', { name: 'Show', exact: true }).click();
  const address = sheet(page).getByRole('region', { name: 'Kore.ai' });
  await expect(address.getByRole('listitem').filter({ hasText: 'connection (TCP)' })).toContainText('Problem');
  await address.getByRole('button', { name: 'Open the setting' }).click();
  await expect(sheet(page).getByRole('textbox', { name: 'Kore.ai address' })).toBeFocused();
});

test('an environment of its own is made for the customer, used, and left again; a copy of the channel goes and comes back', async ({
  bench,
}) => {
  const { page } = bench;
  await openSettings(page, 'Kore.ai demo', 'App');
  await part(page, 'Environments').click();
  await sheet(page).getByRole('textbox', { name: 'New environment' }).fill('Customer');
  await page.keyboard.press('Enter');
  await sheet(page).getByRole('button', { name: 'Switch to Customer' }).click();
  await expect(statusBar(page)).toContainText('Environment Customer is active.');
  await part(page, 'Settings').click();
  await sheet(page).getByRole('switch', { name: 'Play the app end' }).click();
  await save(page).click();
  await expect(statusBar(page)).toContainText('Saved.');
  await page.keyboard.press('Escape');
  const switcher = page.getByRole('button', { name: 'Channel: Kore.ai demo, environment Customer' });
  await expect(composer(page)).toBeHidden();
  await switcher.click();
  await page.getByRole('menuitemradio', { name: 'Default' }).click();
  await say(page, 'hi');
  await expect(bubble(page, greeting)).toBeVisible();

  await page.getByRole('button', { name: 'Edit Kore.ai demo' }).click();
  await sheet(page).getByRole('button', { name: 'Duplicate' }).click();
  await expect(sheet(page).getByRole('heading', { name: 'Kore.ai demo copy' })).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(listed(page, 'Kore.ai demo copy')).toBeHidden();
  await statusBar(page).getByRole('button', { name: 'Undo', includeHidden: true }).click();
  await expect(listed(page, 'Kore.ai demo copy')).toBeVisible();

  await bench.restart();
  await bench.page.getByRole('button', { name: 'Edit Kore.ai demo copy' }).click();
  await part(bench.page, 'Environments').click();
  await expect(sheet(bench.page).getByText('Customer', { exact: true })).toBeVisible();
});

test('a channel is found, changed, moved and saved from the keyboard alone', async ({ bench: { page } }) => {
  await expect(composer(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search, or run a command' }).fill('settings of this');
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toBeVisible();
  await listed(page, 'Kore.ai demo').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sheet(page).getByRole('heading', { name: 'Chatlayer demo' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(sheet(page).getByText('Chatlayer demo: place 1 of 4')).toBeAttached();
  await expect(listed(page, 'Chatlayer demo')).toBeFocused();
  await part(page, 'Settings').focus();
  await page.keyboard.press('Tab');
  await expect(sheet(page).getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' of mine');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(listed(page, 'Chatlayer demo of mine')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(page.getByRole('region', { name: 'Channels' }).getByRole('button').nth(2)).toContainText(
    'Chatlayer demo of mine',
  );
});
