import { expect, type Page } from '@playwright/test';
import { postAsForeignApp, signedWithLineFeed } from '../foreign-app.ts';
import { bubble, inspector, listeningUrl, say, trafficRow, verdict } from '../screen.ts';
import { backToBench, newUser, type Walk } from './screen-walk.ts';

const searchBox = (page: Page) => page.getByRole('combobox', { name: 'Search traffic' });

/** What comes in over a morning: to nowhere, from many users, and refused. */
const traffic = async (page: Page): Promise<void> => {
  const url = await listeningUrl(page);
  for (let number = 1; number <= 20; number += 1)
    await fetch(new URL(`/webhook?n=${String(number)}`, url), {
      method: number % 5 === 0 ? 'PUT' : 'POST',
      body: JSON.stringify({ text: `order ${String(number)}` }),
    });
};

/** A refused token from its cause to its replay, then the traffic: marked, wide, searched. */
export const trafficScreens: Walk = {
  name: 'a refused token with its cause and replay, and the traffic: marked, wide, searched',
  screens: [
    {
      name: 'refused',
      reach: async ({ page }) => {
        await postAsForeignApp(page, signedWithLineFeed());
        await trafficRow(page, '401').click();
        await expect(verdict(page)).toContainText('line feed');
      },
    },
    {
      name: 'refused-what-if',
      isState: true,
      reach: async ({ page }) => {
        await inspector(page).getByRole('button', { name: 'What if…' }).click();
        await inspector(page).getByRole('button', { name: '+5 min' }).click();
        await expect(inspector(page).getByRole('region', { name: 'Supposed outcome' })).toContainText('Hypothetical');
      },
    },
    {
      name: 'replayed',
      reach: async ({ page }) => {
        await verdict(page).getByRole('button', { name: 'Sign again and send' }).click();
        await expect(inspector(page).getByRole('region', { name: 'Replay' })).toContainText('byte for byte');
      },
    },
    {
      name: 'traffic-marked',
      isState: true,
      reach: async ({ page }) => {
        await traffic(page);
        await newUser(page);
        await say(page, 'hi');
        await expect(bubble(page, /What can I do for you/)).toBeVisible();
        await trafficRow(page, 'n=13').first().click();
        await page.keyboard.press('Alt+p');
        await trafficRow(page, 'n=14').first().click();
        await page.keyboard.press('Shift+ArrowDown');
        await page.keyboard.press('Shift+F10');
        await page.getByRole('menuitem', { name: 'Colour' }).press('ArrowRight');
        await page.getByRole('menuitemcheckbox', { name: 'Mark yellow' }).press('Enter');
        await expect(page.getByRole('option', { name: /marked yellow/ })).toHaveCount(2);
      },
    },
    {
      name: 'traffic-menu',
      reach: async ({ page }) => {
        await page.keyboard.press('Shift+F10');
        await expect(page.getByRole('menu')).toBeVisible();
      },
    },
    {
      name: 'traffic-wide',
      reach: async ({ page }) => {
        await backToBench(page);
        await page.keyboard.press('Alt+w');
        await page.getByRole('button', { name: 'Group traffic by conversation' }).click();
        await expect(page.getByRole('treeitem').first()).toBeVisible();
      },
    },
    {
      name: 'traffic-columns',
      isState: true,
      reach: async ({ page }) => {
        await page.getByRole('button', { name: 'Choose columns' }).click();
        await expect(page.getByRole('checkbox', { name: 'Trace' })).toBeVisible();
      },
    },
    {
      name: 'search-help',
      reach: async ({ page }) => {
        await backToBench(page);
        await page.getByRole('button', { name: 'Group traffic by conversation' }).click();
        await searchBox(page).fill('-status:404 hi');
        await expect(page.getByText(/^\d+ hits$/)).toBeVisible();
        await page.getByRole('button', { name: 'What can be searched for' }).click();
        await expect(page.getByRole('dialog', { name: 'What can be searched for' })).toBeVisible();
      },
    },
    {
      name: 'search-completion',
      reach: async ({ page }) => {
        await backToBench(page);
        await searchBox(page).fill('ver');
        await expect(page.getByRole('listbox', { name: 'What can be written here' })).toBeVisible();
      },
    },
    {
      name: 'search-wrong',
      isState: true,
      reach: async ({ page }) => {
        await searchBox(page).fill('stauts:401');
        await expect(page.getByText(/There is no field "stauts"/)).toBeVisible();
      },
    },
  ],
};
