import type { Page } from '@playwright/test';
import { endpoint } from './foreign-app.ts';
import { bubble, inspect, inspector, say, trafficRow } from './screen.ts';
import { expect, test } from './shell.ts';

const part = (page: Page, name: string): Promise<void> =>
  inspector(page).getByRole('tab', { name, exact: true }).click();
const tree = (page: Page) => inspector(page).getByRole('tree');
const value = (page: Page, name: RegExp) => tree(page).getByRole('treeitem', { name });
const lookAs = (page: Page, look: string): Promise<void> =>
  inspector(page)
    .getByRole('group', { name: 'Show the body as' })
    .getByRole('button', { name: look, exact: true })
    .click();

/** What is copied from now on, instead of the clipboard of the machine. */
const watchCopies = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const copied: string[] = [];
    Object.assign(window, { copied });
    navigator.clipboard.writeText = async (text) => void copied.push(text);
  });
const copies = (page: Page) => page.evaluate(() => (window as unknown as { copied: readonly string[] }).copied);

const chooseChatlayer = (page: Page): Promise<void> =>
  page
    .getByRole('region', { name: 'Channels', exact: true })
    .getByRole('button', { name: /^Chatlayer demo/ })
    .click();

const post = (url: string, type: string, body: string | Uint8Array<ArrayBuffer>) =>
  fetch(url, { method: 'POST', headers: { 'content-type': type }, body });

test('a template that Kore.ai packs in a string is opened in place, and the way to a value in it is copied', async ({
  bench: { page, watched },
}) => {
  await watchCopies(page);
  await say(page, 'cards');
  await expect(bubble(page, /Meadow/)).toBeVisible();
  await inspect(page, /These are the cards/);
  await part(page, 'Response');
  await value(page, /^item 1, text: JSON in a string, encoded 2 times/).click();
  await page.keyboard.press('*');
  await value(page, /^title, text: Harbour/).click();
  await page.keyboard.press('Alt+Shift+p');
  await page.keyboard.press('Alt+Shift+j');
  await expect(page.getByRole('contentinfo')).toContainText('JSONPath copied: $');
  const [pointer, path] = await copies(page);
  expect(pointer).toBe('/text/1 > /payload/elements/1/title');
  expect(path).toBe("$['text'][1] > $['payload']['elements'][1]['title']");
  await page.keyboard.press('Control+f');
  await page.keyboard.type('summit');
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByText(/^\d of \d$/)).toBeVisible();
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});

test('what is not as the platform describes it is said beside its line', async ({ bench: { page } }) => {
  const url = await endpoint(page);
  await post(url, 'application/json', JSON.stringify({ session: { new: 'yes' }, message: { text: 5 }, from: {} }));
  await trafficRow(page, /POST/).first().click();
  await part(page, 'Request');
  await expect(value(page, /^text, number: 5\. .+/)).toBeVisible();
  await tree(page).focus();
  await page.keyboard.press('F8');
  await expect(tree(page).locator('[aria-selected=true]')).toHaveAccessibleName(/^new, text: yes\. .+/);
});

test('a bubble leads to its bytes, to the rule that answered and to its whole trace, and each leads back', async ({
  bench: { page, watched },
}) => {
  await chooseChatlayer(page);
  await say(page, 'cards');
  await expect(bubble(page, /Meadow/)).toBeVisible();
  await inspect(page, /These are the cards/);
  const strip = inspector(page).getByRole('list', { name: /^Trace t\d+, in order$/ });
  await expect(strip.getByRole('listitem')).toHaveCount(3);
  await expect(strip.locator('[aria-current=step]')).toHaveAccessibleName(/^2 of 3: POST .*200, trusted$/);
  await inspector(page)
    .getByRole('button', { name: /^Rule: .*Show where it is written$/ })
    .click();
  await expect(page.getByRole('dialog', { name: 'Bots' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await part(page, 'Request');
  await expect(inspector(page)).not.toContainText('not-a-real-verify-token');
  await inspector(page).getByRole('button', { name: 'Show credentials' }).click();
  await expect(inspector(page)).toContainText('not-a-real-verify-token');
  await strip.getByRole('button').first().click();
  await expect(inspector(page)).toContainText('/v1/channels/webhook');
  await inspector(page).getByRole('button', { name: 'Go to the bubble of User: cards' }).click();
  await expect(bubble(page, /^cards$/)).toBeFocused();
  const chip = inspector(page).getByRole('button', { name: /^t\d+$/ });
  const name = await chip.textContent();
  await chip.click();
  await expect(page.getByRole('combobox', { name: 'Search traffic' })).toHaveValue(`trace:${name ?? ''}`);
  await expect(page.getByText('3 hits', { exact: true })).toBeVisible();
  await part(page, 'Timing');
  await expect(inspector(page).getByRole('table', { name: 'The trace on one axis of time' })).toContainText(
    /“cards”.*Nothing under way, until the bot spoke.*“These are the cards/,
  );
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});

test('a defect that acted is named on its exchange, and is a click away from its switch', async ({
  bench: { page },
}) => {
  await chooseChatlayer(page);
  await page.getByRole('button', { name: 'Edit Chatlayer demo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: /^Defects/ }).click();
  await dialog.getByRole('switch', { name: /twice/i }).first().click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /1 defect/ })).toBeVisible();
  await say(page, 'thanks');
  await expect(bubble(page, /You are welcome/)).toHaveCount(2);
  await bubble(page, /You are welcome/)
    .last()
    .press('Enter');
  await inspector(page)
    .getByRole('button', { name: /^Defect: .*twice.*Show it among/i })
    .click();
  await expect(dialog.getByRole('switch', { name: /twice/i }).first()).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(inspector(page).getByRole('button', { name: /^Defect: / })).toBeVisible();
});

test('three megabytes are read in slices and to any offset, and a picture is seen', async ({
  bench: { page, watched },
}) => {
  const url = await endpoint(page);
  await post(url, 'text/plain', `${'a line of the log\n'.repeat(170_000)}the end`);
  await trafficRow(page, /POST/).first().click();
  await part(page, 'Request');
  await expect(inspector(page)).toContainText(/1(?:\.0)? MB of 2\.9 MB are shown/);
  await inspector(page)
    .getByRole('button', { name: /^Show 1(?:\.0)? MB more$/ })
    .click();
  await expect(inspector(page)).toContainText(/2(?:\.0)? MB of 2\.9 MB are shown/);
  await lookAs(page, 'Hex');
  await inspector(page).getByRole('textbox', { name: 'Offset' }).fill('2eb120');
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('group', { name: 'Body as hex' })).toContainText('the end');
  await post(url, 'image/png', onePixel);
  await expect(trafficRow(page, /POST/)).toHaveCount(2);
  await trafficRow(page, /POST/).first().click();
  await expect(inspector(page).getByRole('img', { name: /image\/png.*1 × 1/ })).toBeVisible();
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});

/** A picture of one pixel. */
const onePixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
