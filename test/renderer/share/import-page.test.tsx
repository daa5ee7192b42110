import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { carryOutExport, handOver, takeExport } from '#shared/export/carry-over.ts';
import type { ExportFormat } from '#shared/export/export-format.ts';
import { openPage, type OpenedPage } from '../open-page.tsx';

const open = async (): Promise<OpenedPage> => {
  const opened = await openPage();
  await opened.user.type(await screen.findByRole('textbox', { name: 'Message' }), 'hi{Enter}');
  await screen.findByRole('article', { name: /What can I do for you/ });
  return opened;
};

const statusBar = () => within(screen.getByRole('contentinfo', { name: 'Status' }));
const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }));

const exported = async ({ harness }: OpenedPage, format: ExportFormat): Promise<Uint8Array<ArrayBuffer>> => {
  const finished = await carryOutExport(harness, { format, choice: {}, options: {} });
  return finished ? takeExport(harness, finished) : new Uint8Array();
};
const drop = (...files: readonly (readonly [name: string, content: BlobPart])[]): void => {
  fireEvent.drop(window, {
    dataTransfer: { types: ['Files'], files: files.map(([name, content]) => new File([content], name)) },
  });
};

test('a bundle that is dropped is read in front of the bench, which is as it was when it is closed', async () => {
  const page = await open();
  const bundle = await exported(page, 'bundle');
  await page.user.type(screen.getByRole('combobox', { name: /Search/ }), 'status:200');
  await page.user.type(screen.getByRole('textbox', { name: 'Message' }), 'not sent yet');
  drop(['case.hookbench', bundle]);
  const asking = await dialog('Open or import');
  expect(asking.getByRole<HTMLInputElement>('radio', { name: /^Open it read-only/ }).checked).toBe(true);
  await page.user.click(asking.getByRole('button', { name: 'Open' }));
  const banner = within(await screen.findByRole('region', { name: 'Read-only: case.hookbench' }));
  banner.getByText(/made by Hookbench 0\.0\.0-test on .* · 2 exchanges/);
  expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull();
  expect(screen.queryByText('not sent yet')).toBeNull();
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: /Search/ }).value).toBe('');
  screen.getByRole('article', { name: /What can I do for you/ });
  const called = page.called.length;
  await page.user.click(screen.getAllByRole('option')[0] ?? document.body);
  await screen.findByText(/^Trusted/);
  // All of it came out of the file: the bench was asked for nothing.
  expect(page.called.slice(called)).toEqual([]);
  await page.user.click(banner.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: /^Read-only/ })).toBeNull());
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: /Search/ }).value).toBe('status:200');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' }).value).toBe('not sent yet');
});

test('a theme that is chosen over a bundle is that of the person: the bench has it too', async () => {
  const page = await open();
  drop(['case.hookbench', await exported(page, 'bundle')]);
  await page.user.click((await dialog('Open or import')).getByRole('button', { name: 'Open' }));
  await screen.findByRole('region', { name: /^Read-only/ });
  page.choose('theme-dark');
  await page.user.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(page.store.getState().session?.settings.theme).toBe('dark'));
});

test('of several files those that can be imported are, and the others are named with the reason', async () => {
  const page = await open();
  drop(['one.har', await exported(page, 'har')], ['photo.png', 'PNG'], ['again.har', await exported(page, 'har')]);
  const asking = await dialog('Import');
  await page.user.selectOptions(asking.getByRole('combobox', { name: 'Channel' }), 'Kore.ai demo');
  await page.user.click(asking.getByRole('button', { name: 'Import' }));
  const told = (await statusBar().findByRole('alert')).textContent;
  expect(told).toContain('4 exchanges imported from 2 files.');
  expect(told).toContain('photo.png cannot be imported');
  const kore = page.store.getState().session?.channels[0]?.id;
  await waitFor(() =>
    expect(page.store.getState().session?.exchanges.map(({ channelId }) => channelId)).toEqual(Array(6).fill(kore)),
  );
  await page.user.click(statusBar().getByRole('button', { name: 'Show' }));
  expect(page.store.getState().view.search).toBe('is:imported id:3..6');
});

test('into a bundle nothing is imported; the file can go to the bench instead', async () => {
  const page = await open();
  const har = await exported(page, 'har');
  drop(['case.hookbench', await exported(page, 'bundle')]);
  await page.user.click((await dialog('Open or import')).getByRole('button', { name: 'Open' }));
  await screen.findByRole('region', { name: /^Read-only/ });
  drop(['one.har', har]);
  await page.user.click(await statusBar().findByRole('button', { name: 'Close it, and import into the bench' }));
  (await dialog('Import')).getByText('one.har');
  expect(screen.queryByRole('region', { name: /^Read-only/ })).toBeNull();
});

test('a file that comes while something is being written waits until it is wanted', async () => {
  const page = await open();
  await page.user.click(screen.getByRole('button', { name: 'Settings' }));
  const settings = await dialog('Settings');
  drop(['one.har', await exported(page, 'har')]);
  await statusBar().findAllByText('one.har waits.');
  settings.getByLabelText('Port');
  fireEvent.click(statusBar().getByRole('button', { name: 'Leave what is open here, and go on' }));
  (await dialog('Import')).getByText('one.har');
});

test('a file that is no bundle inside is refused by its name, and the bench stays', async () => {
  const page = await open();
  drop(['odd.hookbench', '{"format":"hookbench-bundle","version":1}']);
  await page.user.click((await dialog('Open or import')).getByRole('button', { name: 'Open' }));
  expect((await statusBar().findByRole('alert')).textContent).toContain('odd.hookbench cannot be read');
  screen.getByRole('textbox', { name: 'Message' });
});

test('what is handed in can be called off between two slices', async () => {
  const page = await open();
  const told: number[] = [];
  const importId = await act(() =>
    handOver(page.harness, new Uint8Array(5 * 1024 * 1024), {
      onBytes: (bytes) => told.push(bytes),
      isCancelled: () => told.length === 2,
    }),
  );
  expect(importId).toBeNull();
  expect(told).toEqual([2 * 1024 * 1024, 4 * 1024 * 1024]);
});
