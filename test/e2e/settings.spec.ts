import type { Locator, Page } from '@playwright/test';
import { expect, test } from './shell.ts';

const settings = (page: Page): Locator => page.getByRole('dialog', { name: 'Settings' });

test('a person sets up the bench from the keyboard, is told what is wrong, and finds it all after a restart', async ({
  bench,
}) => {
  await expect(bench.page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  await bench.page.keyboard.press('Control+,');
  await expect(settings(bench.page).getByText(/hookbench-journey-/)).toBeVisible();
  await settings(bench.page).getByLabel('Body limit').fill('0');
  await settings(bench.page).getByLabel('Keep at most').fill('500');
  await settings(bench.page).getByLabel('Theme').selectOption('Dark');
  await settings(bench.page).getByRole('button', { name: 'Save' }).click();
  await expect(settings(bench.page).getByText('Must be at least 1 byte.')).toBeVisible();
  await settings(bench.page).getByLabel('Body limit').fill('10');
  await bench.page.keyboard.press('Enter');
  await expect(settings(bench.page)).toBeHidden();
  await expect(bench.page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await bench.restart();
  await expect(bench.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await bench.page.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(settings(bench.page).getByLabel('Body limit')).toHaveValue('10');
  await expect(settings(bench.page).getByLabel('Keep at most')).toHaveValue('500');
  await expect(settings(bench.page).getByLabel('Keep bodies up to')).toHaveValue('');
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
});
