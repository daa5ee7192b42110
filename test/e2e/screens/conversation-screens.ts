import { expect, type Page } from '@playwright/test';
import { bubble, inspect, inspector, say, trafficRow, verdict } from '../screen.ts';
import { backToBench, type Screen, type Walk } from './screen-walk.ts';

const tab = (page: Page, name: string) => inspector(page).getByRole('tab', { name, exact: true });

/** A part of the inspector, and the way in which its body is looked at. */
const inspected = (name: string, part: string, look: string | null, more: Partial<Screen> = {}): Screen => ({
  name,
  reach: async ({ page }) => {
    await tab(page, part).click();
    const looks = inspector(page).getByRole('group', { name: /^Show the (body|bytes) as$/ });
    if (look) await looks.getByRole('button', { name: look, exact: true }).first().click();
    await expect(inspector(page).getByRole('tabpanel')).toBeVisible();
    await expect(inspector(page).getByRole('progressbar')).toHaveCount(0);
  },
  ...more,
});

/** A conversation with its exchange, part by part, then beside another one, then in front of an audience. */
export const conversationScreens: Walk = {
  name: 'a conversation, its exchange part by part, a comparison and demo mode',
  screens: [
    {
      name: 'main',
      reach: async ({ page }) => {
        await say(page, 'hi');
        await expect(bubble(page, /What can I do for you/)).toBeVisible();
        await page.getByRole('button', { name: 'Balance', exact: true }).click();
        await expect(bubble(page, /Which account/)).toBeVisible();
        await say(page, 'cards');
        await expect(trafficRow(page, '200')).toHaveCount(3);
        await inspect(page, /Which account/);
        await expect(verdict(page)).toContainText('Trusted');
      },
    },
    inspected('inspector-request', 'Request', 'Tree'),
    inspected('inspector-tree', 'Response', 'Tree'),
    inspected('inspector-source', 'Response', 'JSON', { isState: true }),
    inspected('inspector-hex', 'Response', 'Hex'),
    inspected('inspector-both', 'Both', null),
    inspected('inspector-timing', 'Timing', null),
    inspected('inspector-raw', 'Raw', null),
    {
      name: 'compare',
      reach: async ({ page }) => {
        await tab(page, 'Trust').click();
        await page.keyboard.press('Alt+t');
        await expect(page.locator('#traffic-list')).toBeFocused();
        await page.keyboard.press('Home');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Shift+ArrowUp');
        await page.keyboard.press('Alt+c');
        await compared(page, 'Response');
      },
    },
    ...['Request', 'Messages', 'Trust'].map((part): Screen => ({
      name: `compare-${part.toLowerCase()}`,
      isState: part !== 'Trust',
      reach: ({ page }) => compared(page, part),
    })),
    ...['Text', 'Bytes'].map((look): Screen => ({
      name: `compare-${look.toLowerCase()}`,
      isState: look === 'Bytes',
      reach: async ({ page }) => {
        await compared(page, 'Response');
        await page.getByRole('dialog').getByRole('button', { name: look, exact: true }).click();
      },
    })),
    {
      name: 'compare-choose',
      isState: true,
      reach: async ({ page }) => {
        await page.getByRole('dialog').getByRole('button', { name: 'Choose another one' }).first().click();
        await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
      },
    },
    {
      name: 'demo-ready',
      reach: async ({ page }) => {
        await page.getByRole('button', { name: 'Back to the comparison' }).click();
        await backToBench(page);
        await page.keyboard.press('Alt+d');
        await expect(demo(page).getByText('7 messages')).toBeVisible();
      },
    },
    {
      name: 'demo',
      reach: async ({ page }) => {
        await page.keyboard.press('Enter');
        await expect(demo(page).getByRole('log')).toBeVisible();
        await page.keyboard.press('Space');
        await expect(async () => {
          await page.keyboard.press('ArrowRight');
          expect(await demo(page).getByRole('article').count()).toBeGreaterThanOrEqual(4);
        }).toPass();
        await page.keyboard.press('w');
        await demo(page).getByText('Headers: Request').click();
        await expect(demo(page)).toContainText(/authorization\s*bearer ••••••/i);
        await page.getByRole('log').focus();
        await page.keyboard.press('n');
        await page.getByRole('textbox', { name: 'Notes' }).fill('Ask who has a card.');
      },
    },
  ],
};

const demo = (page: Page) => page.getByRole('dialog', { name: 'Demo mode' });

const compared = async (page: Page, part: string): Promise<void> => {
  const sheet = page.getByRole('dialog', { name: 'Compare' });
  await sheet.getByRole('tab', { name: part }).click();
  await expect(sheet.getByRole('tabpanel')).toBeVisible();
};
