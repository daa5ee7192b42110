import { expect, type Page } from '@playwright/test';
import { conversation } from '../screen.ts';
import { backToBench, type Screen, type Walk } from './screen-walk.ts';

const channels = (page: Page) => page.getByRole('dialog', { name: 'Channels' });
const bots = (page: Page) => page.getByRole('dialog', { name: 'Bots' });

const part = (name: string, tab: string, more: Partial<Screen> = {}): Screen => ({
  name,
  reach: async ({ page }) => {
    await channels(page)
      .getByRole('tab', { name: new RegExp(`^${tab}`) })
      .click();
    await expect(channels(page).getByRole('tabpanel')).toBeVisible();
  },
  ...more,
});

/** Every part of a channel, a new one, and the bots to be read and to be written. */
export const channelScreens: Walk = {
  name: 'every part of a channel, a new one, and bots to be read and to be written',
  screens: [
    {
      name: 'channel-settings',
      reach: async ({ page }) => {
        await page.getByRole('button', { name: 'Edit Channel Talk demo' }).click();
        await expect(channels(page).getByRole('button', { name: 'Webhook', exact: true })).toBeVisible();
      },
    },
    {
      name: 'channel-settings: a group with a secret',
      isState: true,
      reach: ({ page }) => channels(page).getByRole('button', { name: 'Webhook', exact: true }).click(),
    },
    part('channel-connect', 'Connect', {
      reach: async ({ page }) => {
        await channels(page).getByRole('tab', { name: 'Connect' }).click();
        await expect(
          channels(page)
            .getByText(/^http:\/\/127\.0\.0\.1:\d+/)
            .first(),
        ).toBeVisible();
      },
    }),
    {
      name: 'channel-check',
      reach: async ({ page }) => {
        await channels(page)
          .getByRole('tab', { name: /^Check/ })
          .click();
        await channels(page).getByRole('button', { name: 'Check now' }).click();
        await expect(channels(page).getByText(/^Checked at/)).toBeVisible();
      },
    },
    part('channel-environments', 'Environments'),
    {
      name: 'channel-replies',
      reach: async ({ page }) => {
        await channels(page)
          .getByRole('tab', { name: /^Reply rules/ })
          .click();
        await channels(page).getByRole('button', { name: 'Add a rule' }).click();
      },
    },
    part('channel-bot', 'Bot', { isState: true }),
    part('channel-defects', 'Defects'),
    {
      name: 'channel-new',
      reach: async ({ page }) => channels(page).getByRole('button', { name: 'Add a channel' }).click(),
    },
    {
      name: 'bots',
      reach: async ({ page }) => {
        await leave(page);
        await conversation(page)
          .getByRole('button', { name: /^Who answers/ })
          .click();
        await page.getByRole('menuitem', { name: 'Bots and their rules…' }).click();
        await bots(page).getByRole('textbox', { name: 'Try it' }).fill('my balance');
      },
    },
    {
      name: 'bot-editor',
      reach: async ({ page }) => {
        await bots(page).getByRole('button', { name: 'Duplicate to edit' }).click();
        await expect(bots(page).getByRole('button', { name: 'Save bot' })).toBeVisible();
      },
    },
    ...['Cards below each other', 'Table', 'Form'].map((kind): Screen => ({
      name: `bot-editor: ${kind}`,
      isState: true,
      reach: async ({ page }) => {
        await bots(page).getByRole('combobox', { name: 'Kind of message 1' }).selectOption(kind);
      },
    })),
    {
      name: 'bot-editor: JSON that is wrong',
      isState: true,
      reach: async ({ page }) => {
        await bots(page).getByRole('combobox', { name: 'Say' }).selectOption('These messages, as JSON');
        await bots(page).getByRole('textbox', { name: 'These messages, as JSON' }).fill('[{}]');
      },
    },
  ],
};

/** A rule was begun, and is given up. */
const leave = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  const givesUp = page.getByRole('button', { name: 'Close without saving' });
  if (await givesUp.isVisible()) await givesUp.click();
  await backToBench(page);
};
