import { expect, type Page } from '@playwright/test';
import { bubble, inspect, say, verdict } from '../screen.ts';
import { backToBench, type Screen, type Walk } from './screen-walk.ts';

const editor = (page: Page) => page.getByRole('dialog', { name: /^Edit and resend/ });

const writtenAs = (form: string): Screen => ({
  name: `editor: the body as ${form}`,
  isState: true,
  reach: ({ page }) =>
    editor(page)
      .getByRole('group', { name: 'Write the body as' })
      .getByRole('button', { name: form, exact: true })
      .click(),
});

/** A captured request is written anew, sent, and seen beside what it was. */
export const editorScreens: Walk = {
  name: 'a request that is edited, sent and compared',
  screens: [
    {
      name: 'editor',
      reach: async ({ page }) => {
        await say(page, 'hi');
        await expect(bubble(page, /What can I do for you/)).toBeVisible();
        await inspect(page, /What can I do for you/);
        await expect(verdict(page)).toContainText('Trusted');
        await page.keyboard.press('Alt+r');
        await expect(editor(page).getByRole('textbox', { name: 'Body of the request' })).toContainText('message');
      },
    },
    writtenAs('Text'),
    writtenAs('Hex'),
    writtenAs('JSON'),
    {
      name: 'editor-result',
      reach: async ({ page }) => {
        await page.keyboard.press('ControlOrMeta+Enter');
        await expect(editor(page).getByRole('button', { name: 'Compare in full' })).toBeVisible();
      },
    },
    {
      name: 'editor: a request is pasted',
      isState: true,
      reach: async ({ page }) => {
        await backToBench(page);
        await page.keyboard.press('ControlOrMeta+k');
        await page.getByRole('combobox', { name: 'Search, or run a command' }).fill('paste a request');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('dialog', { name: 'Paste a request' })).toBeVisible();
      },
    },
  ],
};
