import type { Page } from '@playwright/test';
import { endpoint, postAsForeignApp, wronglySigned } from './foreign-app.ts';
import { bubble, inspector, say, trafficRow } from './screen.ts';
import { newUser } from './screens/screen-walk.ts';
import { expect, test } from './shell.ts';

const list = (page: Page) => page.locator('#traffic-list');
const searchBox = (page: Page) => page.getByRole('combobox', { name: 'Search traffic' });
const pinned = (page: Page) => page.getByRole('group', { name: 'Pinned' });

/** Where nobody listens but Hookbench, which captures it all the same. */
const originOf = async (page: Page): Promise<string> => new URL(await endpoint(page)).origin;

/** Sends so many requests, each with its number. */
const flood = async (origin: string, count: number, path = 'webhook'): Promise<void> => {
  const send = (number: number) =>
    fetch(`${origin}/${path}?n=${String(number)}`, {
      method: 'POST',
      body: JSON.stringify({ text: `order ${String(number)}` }),
    });
  for (let from = 0; from < count; from += 50)
    await Promise.all(Array.from({ length: Math.min(50, count - from) }, (_, more) => send(from + more)));
};

test('one request is found among hundreds, pinned, noted and coloured, from the keyboard alone, and kept so', async ({
  bench,
}) => {
  const { page } = bench;
  await flood(await originOf(page), 300);
  await expect(page.getByRole('contentinfo')).toContainText('300 exchanges');
  await page.keyboard.press('/');
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.type('"order 47"');
  await expect(trafficRow(page, '/webhook?n=47')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(inspector(page)).toContainText('/webhook?n=47');
  await page.keyboard.press('Alt+p');
  await expect(pinned(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Alt+j');
  await page.keyboard.type('ask QA about it');
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Colour' }).press('ArrowRight');
  await page.getByRole('menuitemcheckbox', { name: 'Mark purple' }).press('Enter');
  const name = /^POST, \/webhook\?n=47, 404, .*, pinned, marked purple, note: ask QA about it$/;
  await expect(pinned(page).getByRole('option', { name })).toBeVisible();
  await page.keyboard.press('/');
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(searchBox(page)).toHaveValue('');
  await bench.restart();
  await expect(pinned(bench.page).getByRole('option', { name })).toBeVisible();
  await bench.page.keyboard.press('Control+f');
  await expect(searchBox(bench.page)).toBeFocused();
  await bench.page.keyboard.type('note:QA is:pinned');
  await expect(bench.page.getByText('1 hit', { exact: true })).toBeVisible();
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
});

test('what comes in never moves what is being read, and is one press away', async ({ bench: { page } }) => {
  const origin = await originOf(page);
  await flood(origin, 200);
  await expect(page.getByRole('contentinfo')).toContainText('200 exchanges');
  const topOf = async (text: string) => (await trafficRow(page, text).boundingBox())?.y;
  await list(page).hover();
  await page.mouse.wheel(0, 1500);
  await expect(page.getByRole('button', { name: 'Jump to newest' })).toBeVisible();
  // Until the wheel has come to rest.
  await expect
    .poll(async () => {
      const before = await list(page).evaluate((element) => element.scrollTop);
      await page.waitForTimeout(200);
      return (await list(page).evaluate((element) => element.scrollTop)) - before;
    })
    .toBe(0);
  const read = await page.evaluate(() => {
    const { top, height } = document.querySelector('#traffic-list')?.getBoundingClientRect() ?? new DOMRect();
    const line = document.elementFromPoint(60, top + height / 2)?.closest('[data-place]');
    return /n=\d+/.exec(line?.getAttribute('aria-label') ?? '')?.[0] ?? '';
  });
  expect(read).not.toBe('');
  const label = new RegExp(`^POST, /webhook\\?${read},`);
  const row = page.getByRole('option', { name: label });
  const before = await row.boundingBox();
  await flood(origin, 60, 'later');
  await expect(page.getByRole('button', { name: '60 new' })).toBeVisible();
  expect((await row.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
  await page.getByRole('button', { name: '60 new' }).click();
  await expect(page.getByRole('option', { name: /^POST, \/later\?n=59,/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /new$|newest$/ })).toBeHidden();
  expect(await topOf('later?n=59')).toBeDefined();
});

test('the list is paused while somebody looks, counts what comes, and goes on', async ({ bench: { page } }) => {
  const origin = await originOf(page);
  await flood(origin, 3);
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: 'Pause the list' }).click();
  await flood(origin, 12, 'later');
  await page.getByRole('button', { name: '12 new, held back' }).click();
  await expect(page.getByRole('option')).toHaveCount(15);
});

test('columns are chosen, moved and sized from the keyboard, and are so the next time', async ({ bench }) => {
  const { page } = bench;
  await say(page, 'hi');
  await expect(trafficRow(page, '200')).toHaveCount(1);
  await page.keyboard.press('Alt+w');
  const names = page.getByRole('group', { name: 'Columns' });
  await expect(names).toContainText('Duration');
  await page.getByRole('button', { name: 'Choose columns' }).press('Enter');
  await page.getByRole('checkbox', { name: 'Trace' }).press('Space');
  await page.getByRole('checkbox', { name: 'Channel' }).press('Space');
  await page.getByRole('button', { name: 'Move Trace to the left' }).press('Enter');
  await page.keyboard.press('Escape');
  const edge = names.getByRole('separator', { name: 'Width of the column User' });
  await edge.press('ArrowRight');
  await edge.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', '100');
  await expect(names).toHaveText(/UserVerdictDurationTraceSize$/);
  await expect(trafficRow(page, 't1')).toHaveCount(1);
  await page.reload();
  await expect(names).toHaveText(/UserVerdictDurationTraceSize$/);
  await expect(edge).toHaveAttribute('aria-valuenow', '100');
});

test('rows stand under their conversations with the gravest verdict, which are folded and opened', async ({
  bench: { page },
}) => {
  await postAsForeignApp(page, wronglySigned());
  await expect(page.getByRole('option')).toHaveCount(1);
  await newUser(page);
  await say(page, 'hi');
  await expect(bubble(page, /What can I do for you/)).toBeVisible();
  await page.getByRole('button', { name: 'Group traffic by conversation' }).click();
  const stranger = page.getByRole('treeitem', { name: /· stranger, 1 exchange, .*refused$/ });
  await expect(stranger).toBeVisible();
  await expect(page.getByRole('treeitem')).toHaveCount(4);
  await stranger.click();
  await expect(stranger).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('treeitem')).toHaveCount(3);
  await searchBox(page).fill('verdict:refused');
  await searchBox(page).press('Enter');
  await expect(page.getByRole('treeitem')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(inspector(page)).toContainText('401');
});

test('hostile paths, users and notes are text in the list, its menu and its tooltips', async ({ bench }) => {
  const { page } = bench;
  const url = await endpoint(page);
  const hostile = '<img src=x onerror="window.pwned=1">';
  await fetch(
    `${new URL(url).origin}/${encodeURI(`<script>window.pwned=1</script>`)}?q=${encodeURIComponent(hostile)}`,
  );
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: { text: 'hi' }, from: { id: `${hostile}\u202Eevil` } }),
  });
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.getByRole('option').first().click();
  await page.keyboard.press('Alt+j');
  await page.keyboard.type(`${hostile} \u202Enote`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /note: <img src=x/ })).toBeVisible();
  await page.keyboard.press('Alt+w');
  await page.getByRole('button', { name: 'Group traffic by conversation' }).click();
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await searchBox(page).fill('note:"<img"');
  await expect(page.getByRole('treeitem').getByText('<img', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
});
