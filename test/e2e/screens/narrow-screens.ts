import { expect } from '@playwright/test';
import { bubble, inspect, say, verdict } from '../screen.ts';
import type { Screen, Walk } from './screen-walk.ts';

const size = { width: 420, height: 800 };

const pane = (name: string, title: string): Screen => ({
  name,
  size,
  reach: async ({ page }) => {
    await page.getByRole('tab', { name: title }).click();
    await expect(page.getByRole('region', { name: title.split(' ')[0] ?? '' })).toBeVisible();
  },
});

/** A window that has room for one pane. */
export const narrowScreens: Walk = {
  name: 'a narrow window, pane by pane',
  screens: [
    {
      name: 'narrow',
      size,
      reach: async ({ page }) => {
        await page.setViewportSize(size);
        await say(page, 'hi');
        await expect(bubble(page, /What can I do for you/)).toBeVisible();
      },
    },
    {
      name: 'narrow-inspector',
      size,
      reach: async ({ page }) => {
        await inspect(page, /What can I do for you/);
        await page.getByRole('tab', { name: 'Inspector' }).click();
        await expect(verdict(page)).toContainText('Trusted');
      },
    },
    pane('narrow-traffic', 'Channels and traffic'),
  ],
};
