import type { Locator, Page } from '@playwright/test';
import { trafficRow } from './screen.ts';
import { expect, test } from './shell.ts';

const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Compare' });
const changes = (page: Page): Locator =>
  sheet(page).getByRole('list', { name: 'What differs in the JSON' }).getByRole('listitem');

/** An order arrives at a path that is nobody's: it is captured all the same. */
const order = async (page: Page, body: string): Promise<void> => {
  const listening = await page
    .getByRole('banner')
    .getByText(/^127\.0\.0\.1:\d+$/)
    .textContent();
  await fetch(`http://${listening ?? ''}/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
};

const item = (name: string): object => ({ sku: name, title: `A ${name} for one person`, price: 12.5 });

/** From the keyboard: the two newest rows are selected together and compared. */
const compareNewest = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+t');
  await expect(page.locator('#traffic-list')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Alt+c');
  await expect(sheet(page)).toBeVisible();
};

test('two orders are compared from the keyboard: ids and times are left out, and an item is seen to have moved', async ({
  bench: { page, watched },
}) => {
  const [tea, cup, pot] = ['tea', 'cup', 'pot'].map(item);
  await order(page, JSON.stringify({ id: crypto.randomUUID(), at: '2026-01-31T12:00:00Z', items: [tea, cup, pot] }));
  await order(page, JSON.stringify({ id: crypto.randomUUID(), at: '2026-02-01T08:30:00Z', items: [pot, tea, cup] }));
  await expect(trafficRow(page, 'orders')).toHaveCount(2);
  await compareNewest(page);
  await expect(changes(page)).toHaveCount(3);
  for (const name of [/^Ids/, /^Times/]) {
    await sheet(page).getByRole('button', { name }).focus();
    await page.keyboard.press('Space');
  }
  await expect(changes(page)).toHaveCount(1);
  await expect(changes(page)).toContainText('moved/items/0from /items/2');
  await expect(sheet(page).getByRole('region', { name: 'What is left out' })).toContainText('2 differences left out');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(changes(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(page.locator('#traffic-list')).toBeFocused();

  await page.reload();
  await expect(trafficRow(page, 'orders')).toHaveCount(2);
  await compareNewest(page);
  await expect(changes(page)).toHaveCount(1);
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});

test('what looks like code is text, and large bodies are compared while the page goes on answering', async ({
  bench: { page, watched },
}) => {
  const hostile = '<img src=x onerror=window.pwned=1><script>window.pwned = 1</script>';
  const large = (changed: string): string =>
    JSON.stringify(
      Array.from({ length: 20_000 }, (_, n) => ({ n, text: n === 9_000 ? changed : `line ${String(n)}` })),
    );
  await order(page, large('nothing'));
  await order(page, large(hostile));
  await expect(trafficRow(page, 'orders')).toHaveCount(2);
  await page.evaluate(() => {
    const longest = { ms: 0 };
    Object.assign(window, { longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
    }).observe({ type: 'longtask', buffered: false });
  });
  await compareNewest(page);
  await expect(changes(page)).toContainText(hostile);
  await sheet(page).getByRole('button', { name: 'Text', exact: true }).click();
  await expect(sheet(page).getByRole('table', { name: 'The texts line by line' })).toContainText(hostile);
  await sheet(page).getByRole('button', { name: 'Bytes', exact: true }).click();
  await expect(sheet(page).getByRole('list', { name: 'The bytes that differ' })).toBeVisible();
  const seen = await page.evaluate(() => {
    const { longest } = window as unknown as { longest: { ms: number } };
    return { longest: longest.ms, isPwned: 'pwned' in window };
  });
  expect(seen.isPwned).toBe(false);
  expect(seen.longest).toBeLessThan(1000);
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});
