import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage, type OpenedPage } from './open-page.tsx';

/** The screen of the channels, with the first demo channel in front. */
const openChannels = async () => {
  const opened = await openPage();
  await opened.user.click(await screen.findByRole('button', { name: 'Edit Kore.ai demo' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Channels' }));
  const list = within(dialog.getByRole('navigation', { name: 'All channels' }));
  return { ...opened, dialog, list, row: (name: string) => list.getByRole('button', { name: new RegExp(`^${name}`) }) };
};
const channelsOf = ({ store }: Pick<OpenedPage, 'store'>) => store.getState().session?.channels ?? [];
const namesOf = (page: Pick<OpenedPage, 'store'>) => channelsOf(page).map(({ name }) => name);

test('what is written for a channel is kept and marked while one looks at another, and is saved with Ctrl+S', async () => {
  const page = await openChannels();
  const { user, dialog, row } = page;
  await user.clear(dialog.getByRole('textbox', { name: 'Name' }));
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Mine');
  dialog.getByRole('tab', { name: /^Settings.*not saved/ });
  await user.click(row('Chatlayer demo'));
  expect(dialog.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Chatlayer demo');
  await user.click(row('Kore.ai demo.*not saved'));
  expect(dialog.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Mine');
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(namesOf(page)).toContain('Mine'));
  await waitFor(() => expect(dialog.queryByText('not saved')).toBeNull());
});

test('closing asks before something is lost, and what is reverted is not asked about', async () => {
  const { user, dialog } = await openChannels();
  await user.click(dialog.getByRole('switch', { name: 'Play the app end' }));
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  await user.click(await screen.findByRole('button', { name: 'Keep writing' }));
  await user.click(within(dialog.getByRole('tabpanel', { name: /^Settings/ })).getByRole('button', { name: 'Revert' }));
  expect(dialog.getByRole('switch', { name: 'Play the app end' }).getAttribute('aria-checked')).toBe('true');
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a name of spaces is no name', async () => {
  const page = await openChannels();
  const { user, dialog } = page;
  await user.clear(dialog.getByRole('textbox', { name: 'Name' }));
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), '   {Enter}');
  await dialog.findByText('Must not be empty.');
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Mine  {Enter}');
  await waitFor(() => expect(namesOf(page)[0]).toBe('Mine'));
});

test('Enter that ends a Korean syllable saves nothing', async () => {
  const { user, dialog, called } = await openChannels();
  await user.click(dialog.getByRole('button', { name: 'App' }));
  const [replace] = dialog.getAllByRole('button', { name: 'Replace' });
  await user.click(replace!);
  const secret = dialog.getByRole('textbox', { name: 'Client secret' });
  await user.type(secret, '한');
  fireEvent.keyDown(secret, { key: 'Enter', isComposing: true });
  expect(called).not.toContain('changeChannel');
  fireEvent.keyDown(secret, { key: 'Enter' });
  await waitFor(() => expect(called).toContain('changeChannel'));
});

test('a channel is removed at once, the next one is shown, and Undo brings it back to its place', async () => {
  const page = await openChannels();
  const { user, dialog, row } = page;
  await user.click(row('Chatlayer demo'));
  await user.click(dialog.getByRole('button', { name: 'Remove' }));
  await dialog.findByRole('heading', { name: 'SnatchBot demo' });
  expect(document.activeElement).toBe(row('SnatchBot demo'));
  expect(namesOf(page)).not.toContain('Chatlayer demo');
  await screen.findByRole('button', { name: 'Undo', hidden: true });
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(namesOf(page)[1]).toBe('Chatlayer demo'));
});

test('a channel that another window removed is said to be gone, and is there again when it is brought back', async () => {
  const page = await openChannels();
  const { dialog, harness } = page;
  const { undoId } = await harness.removeChannel({ channelId: channelsOf(page)[0]!.id });
  await dialog.findByText(/^This channel is gone/);
  await harness.undo({ undoId });
  await dialog.findByRole('heading', { name: 'Kore.ai demo' });
  expect(dialog.queryByText(/^This channel is gone/)).toBeNull();
});

test('channels are put in another order from the keyboard, and the new place is said', async () => {
  const page = await openChannels();
  const { user, dialog, row } = page;
  row('Kore.ai demo').focus();
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(namesOf(page).slice(0, 2)).toEqual(['Chatlayer demo', 'Kore.ai demo']));
  dialog.getByText('Kore.ai demo: place 2 of 4');
  await waitFor(() => expect(document.activeElement).toBe(row('Kore.ai demo')));
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(row('Chatlayer demo'));
});

test('the part that was looked at last is shown again, unless another one is asked for', async () => {
  const { user, dialog } = await openChannels();
  await user.click(dialog.getByRole('tab', { name: 'Defects' }));
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  await user.click(await screen.findByRole('button', { name: 'Edit Chatlayer demo' }));
  expect((await screen.findByRole('tab', { name: 'Defects' })).getAttribute('aria-selected')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await user.click(await screen.findByRole('button', { name: 'Connect' }));
  expect((await screen.findByRole('tab', { name: 'Connect' })).getAttribute('aria-selected')).toBe('true');
});

/** The group of settings that holds the secrets of the app. */
const openSecrets = async () => {
  const page = await openChannels();
  await page.user.click(page.dialog.getByRole('button', { name: 'App' }));
  return page;
};

test('a secret is shown to who asks, and is out of the page again when the focus leaves it', async () => {
  const { user, dialog } = await openSecrets();
  await user.click(dialog.getByRole('button', { name: 'Show Client secret' }));
  const shown = await dialog.findByRole<HTMLTextAreaElement>('textbox', { name: 'Client secret' });
  expect(shown.value).toContain('NOT-A-REAL-SECRET');
  await user.click(dialog.getByRole('textbox', { name: 'Name' }));
  expect(dialog.queryByRole('textbox', { name: 'Client secret' })).toBeNull();
  expect(document.body.innerHTML).not.toContain('NOT-A-REAL-SECRET');
  await user.click(dialog.getByRole('button', { name: 'Copy Client secret' }));
  await waitFor(async () => expect(await navigator.clipboard.readText()).toContain('NOT-A-REAL-SECRET'));
  expect(document.body.innerHTML).not.toContain('NOT-A-REAL-SECRET');
});

test('what was pasted along with a secret is told at once, and taken out with one click', async () => {
  const page = await openSecrets();
  const { user, dialog } = page;
  await user.click(dialog.getAllByRole('button', { name: 'Replace' })[0]!);
  const field = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Client secret' });
  await user.click(field);
  await user.paste('invented-\u200bsecret-of-mine\n');
  dialog.getByText(/1 character without width, the first in place 10, and has white space behind it \(line feed\)\./);
  await user.click(dialog.getByRole('button', { name: 'Clean' }));
  expect(field.value).toBe('invented-secret-of-mine');
  expect(dialog.queryByRole('button', { name: 'Clean' })).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await dialog.findAllByText('Set');
  expect(dialog.queryByRole('textbox', { name: 'Client secret' })).toBeNull();
});

test('what is odd about a secret that is there is told when it is shown, and cleaned in its place', async () => {
  const page = await openSecrets();
  const { user, dialog, harness } = page;
  const [channel] = channelsOf(page);
  const channelId = channel!.id;
  await harness.changeChannel({ channelId, settings: { clientSecret: 'invented-secret-of-mine ' } });
  await user.click(dialog.getByRole('button', { name: 'Show Client secret' }));
  await dialog.findByText('It has white space behind it (space).');
  await user.click(dialog.getByRole('button', { name: 'Clean' }));
  await waitFor(async () =>
    expect(await harness.revealSecret({ channelId, field: 'clientSecret' })).toEqual({
      value: 'invented-secret-of-mine',
    }),
  );
});
