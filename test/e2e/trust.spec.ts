import { postAsForeignApp, signedWithLineFeed } from './foreign-app.ts';
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
