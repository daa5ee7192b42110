import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage, type OpenedPage } from '../open-page.tsx';

const paste = async ({ user }: OpenedPage, text: string) => {
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: 'Search, or run a command' }), 'paste a request{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Paste a request' }));
  await user.click(dialog.getByRole('textbox', { name: /^A curl command/ }));
  await user.paste(text);
  await user.click(dialog.getByRole('button', { name: 'Open in the editor' }));
  return within(await screen.findByRole('dialog', { name: 'New request' }));
};
/** The editor with a request of a form, to our own bench. */
const openForm = async () => {
  const opened = await openPage();
  await screen.findByRole('textbox', { name: 'Message' });
  const dialog = await paste(
    opened,
    `curl 'http://127.0.0.1:4700/hook' -H 'X-A: 1' -H 'X-B: 2' -H 'X-C: 3' -d 'a=1&password=open%20sesame&c=3'`,
  );
  return { page: opened, dialog };
};
const writing = ({ store }: OpenedPage) => Object.values(store.getState().view.requests)[0];

test('what is removed from a list leaves the focus beside it: header lines, fields of a form', async () => {
  const { page, dialog } = await openForm();
  const focused = () => document.activeElement?.getAttribute('aria-label');
  dialog.getByRole('button', { name: 'Remove the header X-B' }).focus();
  await page.user.keyboard('{Enter}');
  expect(focused()).toBe('Remove the header X-C');
  await page.user.keyboard('{Enter}');
  expect(focused()).toMatch(/^Remove the header /);
  dialog.getByRole('button', { name: 'Remove the field a' }).focus();
  await page.user.keyboard('{Enter}');
  expect(focused()).toBe('Remove the field password');
  await page.user.click(dialog.getByRole('button', { name: 'Add a field' }));
  expect(focused()).toBe('Name of field 3');
});

test('a field of a form with the name of a credential is dotted until somebody wants to see it', async () => {
  const { page, dialog } = await openForm();
  const [plain, secret] = dialog.getAllByRole<HTMLInputElement>('textbox', { name: /^Value of field/ });
  expect([plain?.className.includes('masked'), secret?.className.includes('masked')]).toEqual([false, true]);
  expect(secret?.value).toBe('open sesame');
  await page.user.click(await dialog.findByRole('button', { name: 'Show credentials' }));
  expect(secret?.className).not.toContain('masked');
  expect(writing(page)?.draft.body.text).toBe('a=1&password=open%20sesame&c=3');
});

test('keys that are held down send once', async () => {
  const { page } = await openForm();
  const target = document.activeElement ?? document.body;
  for (const repeat of [false, true, true])
    fireEvent.keyDown(target, { key: 'Enter', code: 'Enter', ctrlKey: true, repeat });
  await waitFor(() => expect(writing(page)?.sends).toHaveLength(1));
  expect(page.called.filter((each) => each === 'sendRequest')).toHaveLength(1);
});

test('a channel that is removed while its request is written is told, and nothing of the request is lost', async () => {
  const { page, dialog } = await openForm();
  const choice = dialog.getByRole<HTMLSelectElement>('combobox', { name: 'Channel' });
  const [channel] = page.store.getState().session?.channels ?? [];
  await page.user.selectOptions(choice, channel?.name ?? '');
  await page.harness.removeChannel({ channelId: channel?.id ?? '' });
  await dialog.findByRole('option', { name: 'one that was removed' });
  expect(choice.value).toBe(channel?.id);
  await page.user.click(dialog.getByRole('button', { name: 'Send' }));
  await dialog.findByRole('alert');
  await page.user.selectOptions(choice, 'none');
  await page.user.click(dialog.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(writing(page)?.sends).toHaveLength(1));
  expect(writing(page)?.draft.headers.map(({ name }) => name)).toContain('X-B');
});

test('a pasted request takes the place of one that was written, which can be brought back', async () => {
  const { page, dialog } = await openForm();
  await page.user.type(dialog.getByRole('textbox', { name: 'Address' }), '?mine');
  await page.user.keyboard('{Escape}');
  await paste(page, `curl 'http://bot.example/other'`);
  expect(writing(page)?.draft.url).toBe('http://bot.example/other');
  // The status bar can be used in front of a sheet; its style, which says so, is not here.
  fireEvent.click(await screen.findByRole('button', { name: /^Undo/, hidden: true }));
  await waitFor(() => expect(writing(page)?.draft.url).toBe('http://127.0.0.1:4700/hook?mine'));
});

test('the secret of a channel in the path is dotted, and in no name under which the request is saved', async () => {
  const { page, dialog } = await openForm();
  const address = dialog.getByRole('textbox', { name: 'Address' });
  await page.user.clear(address);
  await page.user.click(address);
  await page.user.paste('http://127.0.0.1:4700/channels/api/api/id1/appours/apsS3cr3t?x=1');
  expect(dialog.queryByText(/•/)).toBeNull();
  await page.user.selectOptions(dialog.getByRole('combobox', { name: 'Channel' }), 'SnatchBot demo');
  await dialog.findByText('http://127.0.0.1:4700/channels/api/api/id1/appours/aps••••••?x=1');
  await page.user.click(dialog.getByRole('button', { name: 'Save as…' }));
  const naming = within(await screen.findByRole('dialog', { name: 'Save this request' }));
  expect(naming.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe(
    'POST /channels/api/api/id1/appours/aps••••••',
  );
});
