import type { Page } from '@playwright/test';
import { bubble, say } from './screen.ts';
import { expect, test } from './shell.ts';

const greeting = /What can I do for you/;
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Demo mode' });
const stage = (page: Page) => dialog(page).getByRole('log', { name: 'What is said' });

test('a conversation is shown to an audience: at the pace of people, live where the target answers, and with nothing secret', async ({
  bench: { page, watched },
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await say(page, 'hi');
  await expect(bubble(page, greeting)).toBeVisible();
  await page.getByRole('button', { name: 'Balance', exact: true }).click();
  await expect(bubble(page, /Which account/)).toBeVisible();
  await page.keyboard.press('Alt+d');
  await expect(dialog(page).getByText('4 messages')).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(stage(page).getByText('is typing')).toBeAttached();
  await expect(stage(page).getByRole('article')).toHaveCount(2);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(stage(page).getByRole('article')).toHaveCount(4);
  await page.keyboard.press('w');
  await expect(dialog(page).getByRole('region', { name: 'On the wire' })).toContainText('the signature matches');
  await dialog(page).getByText('Headers: Request').click();
  await expect(dialog(page)).toContainText(/authorization\s*bearer ••••••/i);
  expect(await dialog(page).innerText()).not.toMatch(/\bey[\w-]{10,}/);
  await page.getByRole('log').focus();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Notes' }).fill('Ask who has a card.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(bubble(page, /Which account/)).toBeVisible();

  await page.keyboard.press('Alt+d');
  await page.getByRole('switch', { name: 'Live first' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(stage(page).getByRole('article')).toHaveCount(4);
  await expect(dialog(page).getByText('live', { exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Ask who has a card.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(bubble(page, /Which account/)).toBeVisible();
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});
