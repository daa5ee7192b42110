import { bubble, composer, conversation, inspector, say } from './conversation.ts';
import { expect, test } from './shell.ts';

const greeting = /What can I do for you/;

test('a new user says hi, sees the answer, reads why the token is trusted, and finds it all after a restart', async ({
  bench,
}) => {
  await say(bench.page, 'hi');
  await expect(bubble(bench.page, /^hi$/)).toBeVisible();
  await expect(bubble(bench.page, greeting)).toBeVisible();
  await bubble(bench.page, greeting).getByText(greeting).click();
  await expect(
    inspector(bench.page)
      .getByText(/trusted/i)
      .first(),
  ).toBeVisible();

  await bench.restart();
  await expect(bubble(bench.page, /^hi$/)).toBeVisible();
  await bubble(bench.page, greeting).getByText(greeting).click();
  await expect(
    inspector(bench.page)
      .getByText(/trusted/i)
      .first(),
  ).toBeVisible();
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
});

test('a quick reply sends what the channel sends', async ({ bench }) => {
  await say(bench.page, 'hi');
  await conversation(bench.page).getByRole('button', { name: 'Balance' }).click();
  await expect(bubble(bench.page, /^Balance$/)).toBeVisible();
  await expect(bubble(bench.page, /account/i).first()).toBeVisible();
});

test('everything of a conversation is done from the keyboard', async ({ bench }) => {
  const { page } = bench;
  await composer(page).focus();
  await page.keyboard.type('hi');
  await page.keyboard.press('Enter');
  await expect(bubble(page, greeting)).toBeVisible();
  await bubble(page, greeting).focus();
  await page.keyboard.press('Enter');
  await expect(
    inspector(page)
      .getByText(/trusted/i)
      .first(),
  ).toBeVisible();
  await inspector(page).getByRole('tab', { name: 'Trust' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(inspector(page).getByRole('tab', { name: 'Request' })).toHaveAttribute('aria-selected', 'true');
});
