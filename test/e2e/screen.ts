import { expect, type Locator, type Page } from '@playwright/test';

/** The parts of the screen by the names that a screen reader says. */
export const conversation = (page: Page): Locator => page.getByRole('region', { name: 'Conversation', exact: true });
export const inspector = (page: Page): Locator => page.getByRole('region', { name: 'Inspector', exact: true });
export const verdict = (page: Page): Locator => inspector(page).getByRole('region', { name: 'Verdict' });
export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Message' });

/** A row of traffic by what stands in it. */
export const trafficRow = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Traffic', exact: true }).getByRole('option').filter({ hasText: text });

/** A bubble by what it says. */
export const bubble = (page: Page, text: string | RegExp): Locator =>
  conversation(page).getByRole('article').filter({ hasText: text });

/** Chooses who answers as the bot, by its name, and sees that it is so. */
export const letAnswer = async (page: Page, name: string): Promise<void> => {
  const chosen = conversation(page).getByRole('button', { name: /^Who answers/ });
  await chosen.click();
  await page.getByRole('menuitemradio', { name }).click();
  await expect(chosen).toHaveAccessibleName(`Who answers: ${name}`);
};

export const say = async (page: Page, text: string): Promise<void> => {
  await composer(page).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
};

/** Clicks on what a bubble says, not on a button in it. */
export const inspect = (page: Page, text: RegExp): Promise<void> => bubble(page, text).getByText(text).first().click();

/** Where Hookbench takes requests, as its top bar says. */
export const listeningUrl = async (page: Page): Promise<string> => {
  const address = page.getByRole('banner').getByText(/^127\.0\.0\.1:\d+$/);
  return `http://${(await address.textContent()) ?? ''}`;
};
