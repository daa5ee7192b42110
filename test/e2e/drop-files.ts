import { expect, type Page } from '@playwright/test';
import type { SavedFile } from './shell.ts';

/** Holds files over the page, and lets go of them there. */
export const drop = async (page: Page, ...files: readonly SavedFile[]): Promise<void> => {
  const dataTransfer = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await expect(page.getByText(/^Drop /)).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer });
  await expect(page.getByText(/^Drop /)).toBeHidden();
};
