import type { Page } from '@playwright/test';
import { endpoint } from './foreign-app.ts';
import { bubble, conversation, inspector, letAnswer, say, trafficRow } from './screen.ts';
import { expect, test } from './shell.ts';

/** Longer than this, in milliseconds, and a person thinks that the program hangs. */
const freeze = 1000;

/**
 * A machine that does other work as well is slow for everything: there the limit is this many times what the page needs for a fixed
 * piece of work (some 50 ms on a machine at rest).
 */
const timesTheYardstick = 20;

/** What tries to be more than text. Each would set `pwned` if it were. */
const hostileTexts: readonly string[] = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 1">',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned = 1"><animate onbegin="window.pwned = 1"/></svg>',
  '<iframe srcdoc="<script>parent.pwned = 1</script>"></iframe>',
  '[click](javascript:window.pwned=1) ![](javascript:window.pwned=1) <javascript:window.pwned=1>',
  '<style>*{display:none!important}</style><base href="https://attacker.example/">',
  'ab\u202Egnp.exe\u202C and \u2066isolated\u2069 \u200Bzero width',
  '{{constructor.constructor("window.pwned=1")()}} ${window.pwned=1} `x`',
];

type Trouble = { readonly violations: string[]; readonly longest: { ms: number }; pwned?: number };

/** How long the page takes, in milliseconds, for work that is always the same. */
const yardstick = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const begun = performance.now();
    const text = JSON.stringify(Array.from({ length: 250_000 }, (_, index) => ({ index, half: index / 2 })));
    JSON.parse(text);
    return performance.now() - begun;
  });

/** From now on: what the content security policy refuses, and the longest time that the page did not answer. */
const watchTrouble = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const trouble: Trouble = { violations: [], longest: { ms: 0 } };
    Object.assign(window, { trouble });
    document.addEventListener('securitypolicyviolation', (event) =>
      trouble.violations.push(`${event.violatedDirective}: ${event.blockedURI}`),
    );
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) trouble.longest.ms = Math.max(trouble.longest.ms, duration);
    }).observe({ type: 'longtask', buffered: false });
  });

const expectCalm = async (page: Page): Promise<void> => {
  const { violations, longest, pwned } = await page.evaluate(() => {
    const { trouble, pwned } = window as unknown as { trouble: Trouble; pwned?: number };
    return { ...trouble, pwned };
  });
  expect(pwned, 'no script ran').toBeUndefined();
  expect(violations).toEqual([]);
  const limit = Math.max(freeze, timesTheYardstick * (await yardstick(page)));
  expect(longest.ms, 'the page always answered').toBeLessThan(limit);
};

test('what looks like code is text, in what a person says, in what the bot says and in the bytes', async ({
  bench: { page, watched },
}) => {
  await watchTrouble(page);
  await letAnswer(page, 'Echo bot');
  for (const [index, text] of hostileTexts.entries()) {
    await say(page, text);
    await expect(conversation(page).getByRole('article')).toHaveCount((index + 1) * 2);
  }
  for (const text of hostileTexts)
    await expect(conversation(page).getByText(text, { exact: true }).first()).toBeVisible();
  await bubble(page, '<script>').last().click();
  for (const tab of ['Request', 'Response', 'Timing', 'Trust']) {
    await inspector(page).getByRole('tab', { name: tab }).click();
    await expect(inspector(page).getByRole('tabpanel')).toBeVisible();
  }
  await expectCalm(page);
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});

const hostileBodies: readonly { readonly name: string; readonly body: () => string }[] = [
  { name: 'one line of a megabyte', body: () => JSON.stringify({ message: { text: 'x'.repeat(1_000_000) } }) },
  { name: 'ten thousand levels', body: () => `${'{"a":['.repeat(5000)}1${']}'.repeat(5000)}` },
  {
    name: 'ten thousand levels in a string',
    body: () => JSON.stringify({ data: `${'{"a":['.repeat(5000)}1${']}'.repeat(5000)}` }),
  },
  {
    name: 'keys of every object',
    body: () => '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"toString":1,"":2}',
  },
  {
    name: 'a hundred thousand keys',
    body: () => `{${Array.from({ length: 100_000 }, (_, n) => `"k${String(n)}":${String(n)}`).join()}}`,
  },
  { name: 'a wide array of empty things', body: () => `[${'{},'.repeat(100_000)}[]]` },
];

for (const { name, body } of hostileBodies) {
  test(`${name}: the body is read, searched and left again, and nothing freezes`, async ({
    bench: { page, watched },
  }) => {
    const url = await endpoint(page);
    await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body() });
    await trafficRow(page, /POST/).first().click();
    await watchTrouble(page);
    for (const tab of ['Request', 'Response', 'Trust', 'Request'])
      await inspector(page).getByRole('tab', { name: tab }).click();
    const looks = inspector(page).getByRole('group', { name: 'Show the body as' });
    for (const look of ['Source', 'Hex', 'JSON', 'Tree']) {
      const button = looks.getByRole('button', { name: look, exact: true });
      if (await button.isVisible()) await button.click();
    }
    const tree = inspector(page).getByRole('tree');
    if (await tree.isVisible()) {
      await tree.focus();
      for (const key of ['*', 'End', 'ArrowLeft', 'Home', 'PageDown', 'ControlOrMeta+f'])
        await page.keyboard.press(key);
      await page.keyboard.type('k9');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await expect(tree).toBeFocused();
    }
    await expect(inspector(page).getByText('Body', { exact: true })).toBeVisible();
    await expectCalm(page);
    expect(await page.evaluate(() => ({} as { polluted?: string }).polluted)).toBeUndefined();
    expect(watched).toEqual({ errors: [], foreignRequests: [] });
  });
}

test('hostile bodies are edited, laid out and sent, and nothing freezes', async ({ bench: { page, watched } }) => {
  const url = await endpoint(page);
  for (const { name, body } of hostileBodies.slice(0, 3)) {
    await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body() });
    await trafficRow(page, /POST/).first().click();
    await watchTrouble(page);
    await page.keyboard.press('Alt+r');
    const sheet = page.getByRole('dialog', { name: /^Edit and resend/ });
    const text = sheet.getByRole('textbox', { name: 'Body of the request' });
    await text.focus();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('[');
    await expect(sheet.getByRole('list', { name: 'What is noticed in the body' }), name).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(
      sheet
        .getByText('No problems.')
        .or(sheet.getByText(/^Line /))
        .first(),
    ).toBeVisible();
    for (const form of ['Hex', 'Base64', 'JSON']) await sheet.getByRole('button', { name: form, exact: true }).click();
    await sheet.getByRole('button', { name: 'Lay out' }).click();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(sheet.getByRole('button', { name: /^#\d+: \d{3}/ }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expectCalm(page);
  }
  expect(await page.evaluate(() => ({} as { polluted?: string }).polluted)).toBeUndefined();
  expect(watched).toEqual({ errors: [], foreignRequests: [] });
});
