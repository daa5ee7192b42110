import { fileURLToPath } from 'node:url';
import { postAsForeignApp, signedWithLineFeed } from '#test/e2e/foreign-app.ts';
import { bubble, inspect, say, trafficRow, verdict } from '#test/e2e/screen.ts';
import { expect, test } from '#test/e2e/shell.ts';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Not a test of anything: what the README shows, taken from the product as it was built. */
for (const colorScheme of ['light', 'dark'] as const) {
  test(`the main screen in the ${colorScheme} theme`, async ({ bench: { page } }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await say(page, 'hi');
    await expect(bubble(page, /What can I do for you/)).toBeVisible();
    await page.getByRole('button', { name: 'Balance', exact: true }).click();
    await expect(bubble(page, /Which account/)).toBeVisible();
    await say(page, 'cards');
    await expect(trafficRow(page, '200')).toHaveCount(3);
    await inspect(page, /Which account/);
    await expect(verdict(page)).toContainText('Trusted');
    await page.mouse.move(0, 0);
    await page.screenshot({ path: file(`main-${colorScheme}.png`), caret: 'hide' });
  });

  test(`a refused token and its cause in the ${colorScheme} theme`, async ({ bench: { page } }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await postAsForeignApp(page, signedWithLineFeed());
    await trafficRow(page, '401').click();
    await expect(verdict(page)).toContainText('line feed');
    await page.mouse.move(0, 0);
    await page.screenshot({ path: file(`refused-${colorScheme}.png`), caret: 'hide' });
  });
}
