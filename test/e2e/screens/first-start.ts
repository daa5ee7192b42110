import { expect } from '@playwright/test';
import { rewritten } from '../foreign-app.ts';
import { composer } from '../screen.ts';
import { backToBench, type Walk } from './screen-walk.ts';

/** What a person meets who has just started Hookbench for the first time, and the dialogs of the bench as a whole. */
export const firstStart: Walk = {
  name: 'first start, settings, palette, shortcuts and examination',
  screens: [
    {
      name: 'first-start',
      reach: async ({ page }) => expect(composer(page)).toBeVisible(),
    },
    {
      name: 'palette',
      reach: async ({ page }) => {
        await page.keyboard.press('ControlOrMeta+k');
        await page.getByRole('combobox', { name: 'Search, or run a command' }).fill('cha');
        await expect(page.getByRole('group', { name: 'Channels' })).toBeVisible();
      },
    },
    {
      name: 'shortcuts',
      reach: async ({ page }) => {
        await backToBench(page);
        await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
        await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
      },
    },
    {
      name: 'settings',
      reach: async ({ page }) => {
        await backToBench(page);
        await page.getByRole('button', { name: 'Settings', exact: true }).click();
        await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
      },
    },
    {
      name: 'settings-refused',
      isState: true,
      reach: async ({ page }) => {
        await page.getByRole('textbox', { name: 'Port', exact: true }).fill('none');
        await page.getByRole('button', { name: 'Save' }).click();
        await expect(page.getByText('Must be a number.')).toBeVisible();
      },
    },
    {
      name: 'examination',
      reach: async ({ page }) => {
        await page.getByRole('textbox', { name: 'Port', exact: true }).fill('4700');
        await backToBench(page);
        await page.keyboard.press('Alt+e');
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('textbox', { name: 'Pasted text' }).fill(rewritten());
        await dialog.getByRole('button', { name: 'Examine' }).click();
        await expect(dialog.getByRole('region', { name: 'What was signed' })).toContainText('keys in another order');
      },
    },
    {
      name: 'make-a-token',
      reach: async ({ page }) => {
        await backToBench(page);
        await page.getByRole('button', { name: /^Channel: / }).click();
        await page.getByRole('menuitem', { name: 'Make a token…' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('combobox', { name: 'Preset' }).selectOption('no-expiry');
        await expect(dialog.getByRole('list', { name: 'Remarks' })).toContainText('exp');
        await expect(dialog.getByRole('region', { name: 'Token' })).toBeVisible();
      },
    },
  ],
};
