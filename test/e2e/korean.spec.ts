import type { Page } from '@playwright/test';
import { expect, test } from './shell.ts';

/** Controls and headings whose words do not fit into them. What is long on purpose ends in an ellipsis, and its tooltip has the rest. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, label, h1, h2, h3, th, dt, [role=tab], [role=menuitem]')]
      .filter((each) => each.checkVisibility() && getComputedStyle(each).display !== 'inline')
      .filter((each) => getComputedStyle(each).textOverflow !== 'ellipsis' && !each.closest('.only-heard'))
      .filter((each) => each.scrollWidth > each.clientWidth + 1)
      .map((each) => `${each.tagName} ${each.textContent ?? ''}`),
  );

test('a person chooses Korean, works in it with nothing cut off, and finds it again after a restart', async ({
  bench,
}) => {
  const { page } = bench;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByLabel('Language', { exact: true }).selectOption('한국어');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('heading', { name: '채널' })).toBeVisible();

  await page.getByRole('textbox', { name: '메시지', exact: true }).fill('hi');
  await page.getByRole('button', { name: '보내기', exact: true }).click();
  await page.getByRole('option', { name: /신뢰됨, 루프백/ }).click();
  await expect(page.getByRole('region', { name: '판정' })).toContainText('신뢰됨:');
  for (const name of ['요청', '응답', '시간', '신뢰']) {
    await page.getByRole('tab', { name, exact: true }).click();
    expect([name, await cutOff(page)]).toEqual([name, []]);
  }
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('dialog', { name: '설정' })).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /편집$/ }).first().click();
  for (const name of ['연결', '점검', '환경', '응답 규칙', '봇', '결함', '설정']) {
    await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    expect([name, await cutOff(page)]).toEqual([name, []]);
  }
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });

  await bench.restart();
  await expect(bench.page.getByRole('heading', { name: '채널' })).toBeVisible();
  await expect(bench.page.locator('html')).toHaveAttribute('lang', 'ko');
});
