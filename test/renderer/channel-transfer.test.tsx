import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage, type OpenedPage } from './open-page.tsx';

const openChannels = async () => {
  const opened = await openPage();
  await opened.user.click(await screen.findByRole('button', { name: 'Edit Kore.ai demo' }));
  return { ...opened, dialog: within(await screen.findByRole('dialog', { name: 'Channels' })) };
};
const namesOf = ({ store }: Pick<OpenedPage, 'store'>) =>
  store.getState().session?.channels.map(({ name }) => name) ?? [];

test('a channel is duplicated with its secrets, and the copy is shown', async () => {
  const page = await openChannels();
  await page.user.click(page.dialog.getByRole('button', { name: 'Duplicate' }));
  await page.dialog.findByRole('heading', { name: 'Kore.ai demo copy' });
  const copy = page.store.getState().session?.channels.at(-1);
  expect(copy?.secretsSet).toEqual(page.store.getState().session?.channels[0]?.secretsSet);
});

test('a channel is given away as a file without its secrets, and taken in with what has to be filled in', async () => {
  const page = await openChannels();
  const { user, dialog } = page;
  await user.click(dialog.getByRole('button', { name: 'Export' }));
  await waitFor(() => expect(page.saved).toHaveLength(1));
  const text = new TextDecoder().decode(page.saved[0]!.bytes);
  expect(text).not.toContain('NOT-A-REAL');
  const file = new File([text], 'kore.channel.json', { type: 'application/json' });
  fireEvent.drop(dialog.getByRole('navigation', { name: 'All channels' }), {
    dataTransfer: { types: ['Files'], files: [file] },
  });
  await dialog.findByRole('heading', { name: 'Kore.ai demo 2' });
  const note = await dialog.findByRole('note');
  expect(note.textContent).toContain('Fill in: Client secret');
  const { id } = page.store.getState().session!.channels.at(-1)!;
  await page.harness.changeChannel({ channelId: id, settings: { clientSecret: 'invented-secret-of-mine' } });
  await waitFor(() => expect(note.textContent ?? '').not.toContain('Client secret'));
});

test('a file that is no channel is refused with the reason, and nothing is added', async () => {
  const page = await openChannels();
  const before = namesOf(page);
  const input = page.dialog.getByRole('button', { name: 'Import' }).parentElement?.querySelector('input');
  await page.user.upload(input!, new File(['{"hookbench":"nothing"}'], 'odd.json', { type: 'application/json' }));
  expect((await screen.findByRole('alert', { hidden: true })).textContent).toContain('cannot be imported');
  await page.user.upload(input!, new File([new Uint8Array(9_000_000)], 'huge.json', { type: 'application/json' }));
  await waitFor(() =>
    expect(screen.getByRole('alert', { hidden: true }).textContent).toContain('huge.json cannot be imported'),
  );
  expect(namesOf(page)).toEqual(before);
});
