import type { Page } from '@playwright/test';
import { bubble, conversation, inspect, inspector, say } from './screen.ts';
import { expect, test } from './shell.ts';

const chooseChannel = async (page: Page, name: string): Promise<void> => {
  const row = page
    .getByRole('region', { name: 'Channels', exact: true })
    .getByRole('button', { name: new RegExp(`^${name}`) });
  await row.click();
  await expect(row).toHaveAttribute('aria-current', 'true');
};

const press = (page: Page, name: string): Promise<void> =>
  conversation(page).getByRole('button', { name, exact: true }).last().click();

for (const channel of ['Kore.ai demo', 'Chatlayer demo', 'SnatchBot demo']) {
  test(`${channel}: a quick reply, a button and the button of a carousel send what that channel sends`, async ({
    bench: { page, watched },
  }) => {
    await chooseChannel(page, channel);
    await say(page, 'hi');
    await expect(bubble(page, /What can I do for you/)).toBeVisible();
    await press(page, 'Balance');
    await expect(bubble(page, /Which account would you like to see/)).toBeVisible();
    await press(page, 'Everyday account');
    await expect(bubble(page, /ending in 4821/).first()).toBeVisible();
    await say(page, 'cards');
    await expect(bubble(page, /Meadow/).last()).toBeVisible();
    await press(page, 'Order Meadow');
    await expect(bubble(page, /Good choice/)).toBeVisible();
    await inspect(page, /Good choice/);
    await expect(inspector(page).getByRole('heading').first()).toBeVisible();
    expect(watched).toEqual({ errors: [], foreignRequests: [] });
  });
}

test('Channel Talk: the app answers in its response, and what a channel of text cannot carry is said', async ({
  bench: { page, watched },
}) => {
  await chooseChannel(page, 'Channel Talk demo');
  await say(page, 'hi');
  await expect(bubble(page, /What can I do for you/)).toBeVisible();
  await say(page, 'balance.everyday');
  await expect(bubble(page, /ending in 4821/).first()).toBeVisible();
  await say(page, 'contact');
  await expect(bubble(page, /Our people are there/)).toBeVisible();
  await expect(bubble(page, /Our people are there/).getByText('Write to us')).toBeVisible();
  await say(page, 'cards');
  await expect(bubble(page, /Meadow/).last()).toBeVisible();
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});

test('Channel Talk: without x-quick-reply there is no bubble, and the exchange says why', async ({
  bench: { page, watched },
}) => {
  await chooseChannel(page, 'Channel Talk demo');
  await say(page, 'hi');
  await expect(bubble(page, /What can I do for you/)).toBeVisible();
  await page.getByRole('button', { name: 'Edit Channel Talk demo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Send x-quick-reply').uncheck();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await say(page, 'payments');
  await expect(bubble(page, /^payments$/)).toBeVisible();
  await inspect(page, /^payments$/);
  await expect(
    inspector(page)
      .getByText(/x-quick-reply/)
      .first(),
  ).toBeVisible();
  await expect(bubble(page, /Your latest payments/)).toHaveCount(0);
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});

test('a defect is switched on, shows which exchange it touched, and is switched off again', async ({
  bench: { page, watched },
}) => {
  await chooseChannel(page, 'Chatlayer demo');
  await page.getByRole('button', { name: 'Edit Chatlayer demo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: /^Defects/ }).click();
  await dialog.getByRole('switch', { name: /twice/i }).first().click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /1 defect/ })).toBeVisible();
  await say(page, 'thanks');
  await expect(bubble(page, /You are welcome/)).toHaveCount(2);
  await page.getByRole('option', { name: /defect: / }).click();
  await inspector(page).getByText('As sent').click();
  await expect(
    inspector(page)
      .getByText(/The defect “.*” acted here/)
      .first(),
  ).toBeVisible();
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});

test('every voice of a channel speaks, and the conversation shows who said what', async ({
  bench: { page, watched },
}) => {
  await chooseChannel(page, 'Channel Talk demo');
  await page
    .getByRole('button', { name: 'As agent' })
    .or(page.getByRole('radio', { name: 'As agent' }))
    .click();
  await say(page, 'A colleague here, hello.');
  await expect(bubble(page, /A colleague here/)).toBeVisible();
  await page
    .getByRole('button', { name: 'As bot' })
    .or(page.getByRole('radio', { name: 'As bot' }))
    .click();
  await say(page, 'And I am the bot.');
  await expect(bubble(page, /And I am the bot/)).toBeVisible();
  await expect(bubble(page, /And I am the bot/)).toHaveCount(1);
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});

test('the checklist names the address of our receiver, and copies a secret only when asked', async ({
  bench: { page, watched },
}) => {
  await chooseChannel(page, 'Chatlayer demo');
  await page.getByRole('button', { name: 'Edit Chatlayer demo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: 'Connect' }).click();
  await expect(dialog.getByText(/http:\/\/127\.0\.0\.1:\d+\/v1\/channels\/webhook/).first()).toBeVisible();
  await expect(dialog.getByText('••••••').first()).toBeVisible();
  await expect(dialog.getByText(/NOT-?A-?REAL/i)).toHaveCount(0);
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});
