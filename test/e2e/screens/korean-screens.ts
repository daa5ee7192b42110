import { expect } from '@playwright/test';
import { backToBench, type Walk } from './screen-walk.ts';

/** The same in Korean, where words are shorter, sentences break elsewhere, and letters are drawn by another font. */
export const koreanScreens: Walk = {
  name: 'in Korean',
  screens: [
    {
      name: 'korean',
      reach: async ({ page }) => {
        await page.getByRole('button', { name: 'Theme and language' }).click();
        await page.getByRole('menuitemradio', { name: '한국어' }).click();
        await backToBench(page);
        await page.getByRole('textbox', { name: '메시지', exact: true }).fill('hi');
        await page.getByRole('button', { name: '보내기', exact: true }).click();
        await page.getByRole('option', { name: /신뢰됨, 루프백/ }).click();
        await expect(page.getByRole('region', { name: '판정' })).toContainText('신뢰됨:');
      },
    },
    {
      name: 'korean-settings',
      reach: async ({ page }) => {
        await page.keyboard.press('ControlOrMeta+,');
        await expect(page.getByRole('dialog', { name: '설정' })).toBeVisible();
      },
    },
    {
      name: 'korean-channel',
      reach: async ({ page }) => {
        await backToBench(page);
        await page.getByRole('button', { name: /편집$/ }).first().click();
        await page.getByRole('tab', { name: /^점검/ }).click();
      },
    },
    {
      name: 'korean-export',
      reach: async ({ page }) => {
        await backToBench(page);
        await page.keyboard.press('ControlOrMeta+e');
        await expect(page.getByRole('dialog').getByText('…', { exact: true })).toHaveCount(0);
        await expect(
          page
            .getByRole('dialog')
            .getByText(/^\d+행$/)
            .first(),
        ).toBeVisible();
      },
    },
  ],
};
