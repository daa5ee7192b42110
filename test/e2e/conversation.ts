import type { Locator, Page } from '@playwright/test';

/** The parts of the screen by the names that a screen reader says. */
export const conversation = (page: Page): Locator => page.getByRole('region', { name: 'Conversation' });
export const traffic = (page: Page): Locator => page.getByRole('region', { name: 'Traffic' });
export const inspector = (page: Page): Locator => page.getByRole('region', { name: 'Inspector' });
export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Message' });

/** A bubble by what it says. */
export const bubble = (page: Page, text: string | RegExp): Locator =>
  conversation(page).getByRole('article').filter({ hasText: text });

export const say = async (page: Page, text: string): Promise<void> => {
  await composer(page).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
};
