import { bubble, composer, conversation, inspect, inspector, letAnswer, say, trafficRow, verdict } from './screen.ts';
import { expect, test } from './shell.ts';

const greeting = /What can I do for you/;

test('a new user says hi, sees the answer, reads why its token is trusted, and finds it all after a restart', async ({
  bench,
}) => {
  await say(bench.page, 'hi');
  await expect(bubble(bench.page, /^hi$/)).toBeVisible();
  await expect(bubble(bench.page, greeting)).toBeVisible();
  await inspect(bench.page, greeting);
  await expect(verdict(bench.page)).toContainText('Trusted');
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });

  await bench.restart();
  await expect(bubble(bench.page, /^hi$/)).toBeVisible();
  await inspect(bench.page, greeting);
  await expect(verdict(bench.page)).toContainText('Trusted');
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
});

test('a quick reply is pressed and sends what the channel sends', async ({ bench: { page } }) => {
  await say(page, 'hi');
  await conversation(page).getByRole('button', { name: 'Balance', exact: true }).click();
  await expect(bubble(page, /^Balance$/)).toBeVisible();
  await expect(trafficRow(page, '200')).toHaveCount(2);
});

test('the exchange of a bubble is shown part by part, to the last byte', async ({ bench: { page, watched } }) => {
  await say(page, 'hi');
  await inspect(page, greeting);
  await inspector(page).getByRole('tab', { name: 'Request' }).click();
  await expect(inspector(page).getByRole('cell', { name: /^authorization$/i })).toBeVisible();
  await inspector(page).getByRole('tab', { name: 'Response' }).click();
  await expect(inspector(page).getByText('What can I do for you').first()).toBeVisible();
  await inspector(page).getByRole('tab', { name: 'Timing' }).click();
  await expect(inspector(page).getByText(/ms/).first()).toBeVisible();
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});

test('a person answers as the bot while the request waits', async ({ bench: { page } }) => {
  await letAnswer(page, 'I answer by hand');
  await say(page, 'is anybody there?');
  await expect(page.getByRole('timer')).toBeVisible();
  await composer(page).fill('Yes, a person.\n\nAnd this is a second message.');
  await composer(page).press('Enter');
  await expect(bubble(page, /^Yes, a person\.$/)).toBeVisible();
  await expect(bubble(page, /^And this is a second message\.$/)).toBeVisible();
  await expect(page.getByRole('timer')).toBeHidden();
});

test('a conversation is had and understood from the keyboard alone', async ({ bench: { page } }) => {
  await composer(page).focus();
  await page.keyboard.type('hi');
  await page.keyboard.press('Enter');
  await expect(bubble(page, greeting)).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await bubble(page, greeting).focus();
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('Trusted');
  await inspector(page).getByRole('tab', { name: 'Trust' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(inspector(page).getByRole('tab', { name: 'Request' })).toHaveAttribute('aria-selected', 'true');
});
