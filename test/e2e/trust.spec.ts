import { AxeBuilder } from '@axe-core/playwright';
import { postAsForeignApp, rewritten, signedWithLineFeed } from './foreign-app.ts';
import { inspector, trafficRow, verdict } from './screen.ts';
import { expect, test } from './shell.ts';

test('a secret with a line break behind it: one click to the cause and its fix, one more and the replay passes', async ({
  bench: { page, watched },
}) => {
  expect(await postAsForeignApp(page, signedWithLineFeed())).toBe(401);
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
    await postAsForeignApp(page, signedWithLineFeed());
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
    await expect(dialog.getByRole('list', { name: 'Remarks' })).toContainText('exp');
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
