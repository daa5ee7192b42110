import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BenchSettings, defaultSettings } from '#shared/session/state.ts';
import { openPage, type OpenedPage } from './open-page.tsx';

const openSettings = async (options?: Parameters<typeof openPage>[0]): Promise<OpenedPage> => {
  const opened = await openPage(options);
  await opened.user.click(await screen.findByRole('button', { name: 'Settings' }));
  return opened;
};

const dialog = () => within(screen.getByRole('dialog', { name: 'Settings' }));
const field = (name: string) => dialog().getByLabelText<HTMLInputElement>(name);
const note = (name: string): string =>
  (field(name).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.querySelector(`[id="${id}"]`)?.textContent ?? '')
    .join(' ');
const save = ({ user }: OpenedPage) => user.click(dialog().getByRole('button', { name: 'Save' }));
const settled = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

const write = async ({ user }: OpenedPage, name: string, text: string): Promise<void> => {
  await user.clear(field(name));
  if (text !== '') await user.type(field(name), text);
};

test('every setting of the bench is there, sizes in MB, and what limits nothing is off', async () => {
  await openSettings();
  const titles = Object.values(BenchSettings.properties).map(
    (property) => (property as { title?: string }).title ?? '',
  );
  expect(titles.map((title) => field(title).value)).toEqual(['4700', '25', '', '', 'normal', 'system', 'system']);
  expect(field('Keep at most').placeholder).toBe('Off');
  expect(note('Body limit')).toMatch(/^MB /);
  expect(note('Keep at most')).toMatch(/^exchanges /);
  expect(note('Durability')).toContain('power cut');
});

test('a dialog that closes gives the focus back to what opened it, also where that was a menu', async () => {
  const { user } = await openSettings();
  await user.keyboard('{Escape}');
  await settled();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Settings' })));
  await user.click(screen.getByRole('button', { name: /^Channel: / }));
  await user.click(await screen.findByRole('menuitem', { name: 'Defects…' }));
  await user.keyboard('{Escape}');
  await settled();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Channel: / })));
});

test('what is saved is what the bench has from then on, and only what differs is asked for', async () => {
  const page = await openSettings();
  await write(page, 'Body limit', '0.5');
  await write(page, 'Keep at most', '1000');
  await page.user.selectOptions(field('Durability'), 'Full');
  await page.user.selectOptions(field('Theme'), 'Dark');
  await save(page);
  await settled();
  await waitFor(() => expect(page.store.getState().session?.settings.theme).toBe('dark'));
  expect(page.store.getState().session?.settings).toEqual({
    ...defaultSettings,
    bodyLimit: 524_288,
    keepExchanges: 1000,
    durability: 'full',
    theme: 'dark',
  });
  expect(page.called).not.toContain('startListening');
  expect(document.documentElement.dataset['theme']).toBe('dark');
});

test('a limit that is emptied is off again', async () => {
  const page = await openSettings();
  await page.harness.changeSettings({ keepExchanges: 5, keepBytes: 1024 ** 2 });
  await page.user.keyboard('{Escape}');
  await page.user.click(screen.getByRole('button', { name: 'Settings' }));
  expect([field('Keep at most').value, field('Keep bodies up to').value]).toEqual(['5', '1']);
  await write(page, 'Keep at most', '');
  await save(page);
  await settled();
  await waitFor(() => expect(page.store.getState().session?.settings.keepExchanges).toBeNull());
});

test('another port is moved to', async () => {
  const page = await openSettings();
  await write(page, 'Port', '4800');
  await save(page);
  await settled();
  await screen.findByText('127.0.0.1:4800');
  expect(page.store.getState().session?.settings.port).toBe(4800);
});

test('a bench that listens on another port than the one that is set says so beside it', async () => {
  const page = await openSettings();
  expect(note('Port')).not.toContain('started on port');
  await page.harness.startListening({ port: 4900 });
  await page.harness.changeSettings({ port: 4700 });
  await waitFor(() => expect(note('Port')).toContain('This time it was started on port 4900.'));
});

test('a port that is taken is said beside the port, and nothing else is changed', async () => {
  const page = await openSettings({ takenPort: 4800 });
  await write(page, 'Port', '4800');
  await page.user.selectOptions(field('Theme'), 'Dark');
  await save(page);
  await waitFor(() => expect(note('Port')).toContain('Port 4800 on 127.0.0.1 is already in use'));
  expect(note('Port')).toContain('Use the next free port, 4801');
  expect(document.activeElement).toBe(field('Port'));
  expect(page.store.getState().session?.settings).toEqual(defaultSettings);
});

test('each mistake stands beside its field, in words, and goes when it is corrected', async () => {
  const page = await openSettings();
  await write(page, 'Port', '70000');
  await write(page, 'Body limit', '2000');
  await write(page, 'Keep at most', '1.5');
  await save(page);
  await waitFor(() => expect(note('Port')).toContain('Must be at most 65,535.'));
  expect(note('Body limit')).toContain('Must be at most 1 GB.');
  expect(note('Keep at most')).toContain('Must be a whole number or nothing.');
  expect(dialog().getByRole('alert').textContent).toContain('Nothing was saved.');
  expect(page.called).not.toContain('changeSettings');
  await write(page, 'Port', '4700');
  expect(note('Port')).not.toContain('Must be');
  expect([field('Port').value, field('Body limit').value]).toEqual(['4700', '2000']);
  expect(document.activeElement).toBe(field('Port'));
  await write(page, 'Body limit', 'much');
  await save(page);
  await waitFor(() => expect(note('Body limit')).toContain('Must be a number.'));
});

test('it tells where the data is, how secrets are kept and which version runs', async () => {
  const page = await openSettings();
  expect(dialog().getByText('nowhere')).toBeTruthy();
  expect(dialog().getByText('In a file that only you can read')).toBeTruthy();
  expect(dialog().getByText('0.0.0-test, served page')).toBeTruthy();
  await page.user.click(dialog().getByRole('button', { name: 'Copy the data folder' }));
  expect(await navigator.clipboard.readText()).toBe('nowhere');
});

test('it opens from the keyboard and from the native menu, and Escape closes it unchanged', async () => {
  const opened = await openPage();
  await screen.findByRole('textbox', { name: 'Message' });
  await opened.user.keyboard('{Control>},{/Control}');
  await write(opened, 'Port', '1');
  await opened.user.keyboard('{Escape}');
  await settled();
  opened.choose('show-settings');
  await waitFor(() => expect(field('Port').value).toBe('4700'));
  expect(opened.called).not.toContain('changeSettings');
});
