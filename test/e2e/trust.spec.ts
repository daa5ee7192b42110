import { createHmac } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { koreDemo } from '#shared/platforms/kore/demo.ts';
import { conversation, inspector, trafficRow, verdict } from './screen.ts';
import { expect, test } from './shell.ts';

const clientId = koreDemo.settings['clientId'] as string;
const clientSecret = koreDemo.settings['clientSecret'] as string;

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token as any JWT library makes it (RFC 7519), signed with the secret of the demo channel as `cat` or `echo` give it away: with a line feed. */
const signedWithLineFeed = (): string => {
  const claims = { appId: clientId, sub: '1', exp: 4_102_444_800 };
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', `${clientSecret}\n`).update(content).digest('base64url')}`;
};

/** A token whose payload somebody read and wrote again after it was signed: `sub` was in front. */
const rewritten = (): string => {
  const header = encode({ alg: 'HS256', typ: 'JWT' });
  const signed = `${header}.${encode({ sub: '1', appId: clientId, exp: 4_102_444_800 })}`;
  const signature = createHmac('sha256', clientSecret).update(signed).digest('base64url');
  return `${header}.${encode({ appId: clientId, exp: 4_102_444_800, sub: '1' })}.${signature}`;
};

/** Where a foreign app sends to, as the checklist of the screen tells a person. */
const endpoint = async (page: Page): Promise<string> => {
  await conversation(page).getByText('Connect your own system').click();
  const address = conversation(page)
    .getByText(/^http:\S+\/chatbot\/hooks\//)
    .first();
  return (await address.textContent()) ?? '';
};

const send = async (page: Page, token: string): Promise<number> => {
  const { status } = await fetch(await endpoint(page), {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ session: { new: true }, message: { text: 'hi' }, from: { id: 'stranger' } }),
  });
  return status;
};

test('a secret with a line break behind it: one click to the cause and its fix, one more and the replay passes', async ({
  bench: { page, watched },
}) => {
  expect(await send(page, signedWithLineFeed())).toBe(401);
  await trafficRow(page, '401').click();
  await expect(verdict(page)).toContainText(/^Refused: the token is signed with the secret .*line feed/);
  await expect(verdict(page)).toContainText('Fix:');
  const cause = inspector(page).getByRole('region', { name: 'Cause' });
  await expect(cause).toContainText('jwt.secret.trailing-newline');
  await expect(cause).toContainText('line feed (LF) behind it matches');
  await verdict(page).getByRole('button', { name: 'Sign again and send' }).click();
  await expect(verdict(page)).toContainText('Trusted:');
  await expect(page.getByRole('option', { name: /\b200, trusted/ })).toHaveCount(1);
  expect(watched.errors).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`cause, suppositions, comparison, examination and tokens are accessible in the ${colorScheme} theme`, async ({
    bench: { page },
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const problems = async (): Promise<readonly string[]> => {
      const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const { violations } = await new AxeBuilder({ page }).withTags(wcag).setLegacyMode().analyze();
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
      );
    };
    await send(page, signedWithLineFeed());
    await trafficRow(page, '401').click();
    await inspector(page).getByRole('button', { name: 'What if…' }).click();
    await inspector(page).getByRole('button', { name: '+5 min' }).click();
    await expect(inspector(page).getByRole('region', { name: 'Supposed outcome' })).toContainText('Hypothetical');
    expect(await problems()).toEqual([]);
    await verdict(page).getByRole('button', { name: 'Sign again and send' }).click();
    await expect(inspector(page).getByRole('region', { name: 'Replay' })).toContainText('byte for byte');
    expect(await problems()).toEqual([]);
    await page.keyboard.press('Alt+e');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Pasted text' }).fill(rewritten());
    await dialog.getByRole('button', { name: 'Examine' }).click();
    await expect(dialog.getByRole('region', { name: 'What was signed' })).toContainText('keys in another order');
    expect(await problems()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Channel: / }).click();
    await page.getByRole('menuitem', { name: 'Make a token…' }).click();
    await dialog.getByRole('combobox', { name: 'Preset' }).selectOption('no-expiry');
    await expect(dialog.getByText('There is no exp')).toBeVisible();
    await expect(dialog.getByRole('region', { name: 'Token' })).toBeVisible();
    expect(await problems()).toEqual([]);
  });
}

test('a token that is broken on purpose is made, sent, and refused for the very reason', async ({
  bench: { page, watched },
}) => {
  await page.getByRole('button', { name: /^Channel: / }).click();
  await page.getByRole('menuitem', { name: 'Make a token…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Preset' }).selectOption('expired');
  await dialog.getByRole('button', { name: 'Send with it' }).click();
  await expect(dialog).toBeHidden();
  await expect(verdict(page)).toContainText('expired');
  await expect(inspector(page).getByText('jwt.exp.past')).toBeVisible();
  expect(watched.errors).toEqual([]);
});
