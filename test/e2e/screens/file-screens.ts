import { expect, type Page } from '@playwright/test';
import { drop } from '../drop-files.ts';
import { postAsForeignApp, wronglySigned } from '../foreign-app.ts';
import { bubble, say, trafficRow, verdict } from '../screen.ts';
import { backToBench, newUser, type Walk } from './screen-walk.ts';

const exporting = (page: Page) => page.getByRole('dialog', { name: 'Export' });

/** What was captured goes out as a file, and comes back as a bundle that is only read. */
export const fileScreens: Walk = {
  name: 'export, its review, import, a file that is refused, and a bundle',
  screens: [
    {
      name: 'export',
      reach: async ({ page }) => {
        await postAsForeignApp(page, wronglySigned());
        await newUser(page);
        await say(page, 'I am jane@acme.example, my number is +82 2 555 0134');
        await expect(bubble(page, /I did not understand/)).toBeVisible();
        await say(page, 'my balance');
        await expect(bubble(page, /Which account/)).toBeVisible();
        await page.keyboard.press('ControlOrMeta+e');
        await expect(exporting(page).getByText('3 rows').first()).toBeVisible();
      },
    },
    {
      name: 'export-review',
      reach: async ({ page }) => {
        await exporting(page).getByRole('button', { name: 'Review what is replaced' }).click();
        await expect(exporting(page).getByRole('table').first()).toBeVisible();
      },
    },
    {
      name: 'import',
      reach: async ({ page, savedBy }) => {
        const bundle = await savedBy(() => exporting(page).getByRole('button', { name: 'Save the bundle' }).click());
        await drop(page, { ...bundle, name: 'balance.hookbench' });
        await expect(page.getByRole('dialog', { name: 'Open or import' })).toBeVisible();
      },
    },
    {
      name: 'bundle',
      reach: async ({ page }) => {
        await page.keyboard.press('Enter');
        await expect(page.getByRole('region', { name: /^Read-only/ })).toBeVisible();
        await trafficRow(page, '401').first().click();
        await expect(verdict(page)).toBeVisible();
      },
    },
    {
      name: 'import-refused',
      reach: async ({ page }) => {
        await page
          .getByRole('region', { name: /^Read-only/ })
          .getByRole('button', { name: 'Close' })
          .click();
        await backToBench(page);
        await drop(page, { name: 'broken.har', text: '{"log": {"version": "1.2", "entries": [{"request": 1}]}}' });
        await page.getByRole('dialog', { name: 'Import' }).getByRole('button', { name: 'Import' }).click();
        await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('broken.har');
      },
    },
  ],
};
