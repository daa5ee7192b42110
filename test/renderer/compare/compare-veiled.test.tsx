import { waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mask } from '#shared/channel/redact.ts';
import { openPage } from '../open-page.tsx';
import { openCompared } from './open-compared.ts';

const secrets = /first-secret|other-secret|first-query|other-query|first-key|other-key/;
const arriving = (which: 'first' | 'other') => ({
  target: `/orders?token=${which}-query`,
  headers: [['X-Api-Key', `${which}-key`]] as const,
  body: JSON.stringify({ verifyToken: `${which}-secret`, text: `It is ${which}-key`, count: 1 }),
});

const openSecrets = async () => {
  const opened = await openPage();
  const { dialog, sheet } = await openCompared(opened, arriving('first'), arriving('other'));
  await sheet.findByRole('list', { name: 'What differs in the JSON' });
  return { opened, dialog, sheet, user: opened.user };
};

test('credentials are masked in the address, the headers and the body, and are seen to differ', async () => {
  const { dialog, sheet, user } = await openSecrets();
  const markup = (): string => dialog.outerHTML;
  expect(markup()).not.toMatch(secrets);
  const changes = within(sheet.getByRole('list', { name: 'What differs in the JSON' })).getAllByRole('listitem');
  expect(changes.map((each) => each.textContent)).toEqual([
    expect.stringContaining(`/verifyTokenBefore"${mask}"After"${mask}"`),
    expect.stringContaining(`/textBefore"It is ${mask}"After"It is ${mask}"`),
  ]);
  for (const change of changes)
    expect(Array.from(change.querySelectorAll('del, ins'), (each) => each.textContent)).toEqual([mask, mask]);
  expect(sheet.getByRole('row', { name: /x-api-key/i }).querySelectorAll('del, ins')).toHaveLength(2);
  expect(sheet.getByRole('row', { name: /^Address/ }).textContent).toContain(`/orders?token=${mask}`);
  for (const look of ['Text', 'Bytes']) {
    await user.click(sheet.getByRole('button', { name: look }));
    await waitFor(() => expect(sheet.getByRole('button', { name: look }).getAttribute('aria-pressed')).toBe('true'));
    await waitFor(() => expect(sheet.queryByRole('list', { name: 'What differs in the JSON' })).toBeNull());
    expect(dialog.textContent).not.toMatch(secrets);
  }
});

test('credentials are shown when that is asked for, hidden again at once, and masked in the next comparison', async () => {
  const { opened, dialog, sheet, user } = await openSecrets();
  const eye = (): HTMLElement => sheet.getByRole('button', { name: 'Show credentials' });
  expect(eye().getAttribute('aria-pressed')).toBe('false');
  await user.click(eye());
  await waitFor(() => expect(dialog.textContent).toContain('"first-secret"'));
  for (const each of ['"other-secret"', 'It is first-key', '/orders?token=first-query', 'other-key'])
    expect(dialog.textContent).toContain(each);
  await user.click(sheet.getByRole('button', { name: 'Swap the sides' }));
  await waitFor(() => expect(dialog.textContent).toContain('"first-secret"'));
  await user.click(eye());
  expect(dialog.textContent).not.toMatch(secrets);
  await user.click(eye());
  await waitFor(() => expect(dialog.textContent).toContain('"first-secret"'));
  await user.keyboard('{Escape}');
  const next = await openCompared(opened, arriving('first'), arriving('other'));
  await next.sheet.findByRole('list', { name: 'What differs in the JSON' });
  expect(next.dialog.outerHTML).not.toMatch(secrets);
});

test('as much differs while it is masked as when it is shown', async () => {
  const { dialog, sheet, user } = await openSecrets();
  const count = (): string | null => sheet.getByRole('tab', { name: /^Request/ }).textContent;
  const masked = count();
  await user.click(sheet.getByRole('button', { name: 'Show credentials' }));
  await waitFor(() => expect(dialog.textContent).toContain('"first-secret"'));
  expect(count()).toBe(masked);
});
