import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fault } from '#shared/contract/fault.ts';
import { openPage, type OpenedPage } from '../open-page.tsx';

const open = async (...said: readonly string[]): Promise<OpenedPage> => {
  const opened = await openPage();
  for (const text of said)
    await opened.user.type(await screen.findByRole('textbox', { name: 'Message' }), `${text}{Enter}`);
  await waitFor(() => expect(opened?.store.getState().session?.exchangeCount).toBe(said.length * 2));
  return opened;
};

const sheet = async () => within(await screen.findByRole('dialog', { name: 'Export' }));
const statusBar = () => within(screen.getByRole('contentinfo', { name: 'Status' }));
const textOf = ({ saved }: OpenedPage): string => new TextDecoder().decode(saved.at(-1)?.bytes);

test('a bundle is written only after its review; a word that is named then is replaced as well, and the review says so', async () => {
  const page = await open('hi', 'Project Falcon');
  page.choose('export-traffic');
  const dialog = await sheet();
  dialog.getByText('Nothing is written before you have seen what is replaced.');
  expect(dialog.queryByRole('button', { name: /Save/ })).toBeNull();
  await page.user.click(dialog.getByRole('button', { name: 'Review what is replaced' }));
  await dialog.findByRole('table', { name: /^Users/ });
  await page.user.type(dialog.getByRole('searchbox', { name: 'Search the review' }), 'falcon');
  dialog.getByText(/Nothing in the review holds “falcon”/);
  await page.user.clear(dialog.getByRole('searchbox', { name: 'Search the review' }));
  await page.user.type(dialog.getByRole('textbox', { name: 'Also replace' }), 'Falcon{Enter}');
  within(await dialog.findByRole('table', { name: /^Named by you/ })).getByText('hidden-chosen-1');
  await page.user.click(dialog.getByRole('button', { name: 'Save the bundle' }));
  await statusBar().findAllByText(/\.hookbench is in your downloads/);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(textOf(page)).toContain('"format": "hookbench-bundle"');
  expect(textOf(page)).not.toMatch(/falcon/i);
});

test('a HAR is saved at once, and says beforehand that credentials are left out, or in', async () => {
  const page = await open('hi');
  page.choose('export-traffic');
  const dialog = await sheet();
  await page.user.click(dialog.getByRole('radio', { name: 'HAR' }));
  dialog.getByText('replaced by placeholders, and signatures removed');
  await page.user.click(dialog.getByRole('switch', { name: 'Leave credentials in' }));
  dialog.getByText('in it as they were: whoever has the file can use them');
  expect(dialog.queryByRole('textbox', { name: 'Also replace' })).toBeNull();
  await page.user.click(dialog.getByRole('button', { name: 'Save' }));
  await statusBar().findAllByText(/\.har is in your downloads/);
  expect(JSON.parse(textOf(page))).toMatchObject({ log: { entries: [{}, {}] } });
  expect(textOf(page)).not.toContain('signature-removed');
});

test('what is exported is what was selected or looked for; a request is copied as a command, and again without its credential', async () => {
  const page = await open('hi', 'cards');
  await page.user.click((await screen.findAllByRole('option'))[0] ?? document.body);
  page.choose('export-traffic');
  const dialog = await sheet();
  await page.user.click(dialog.getByRole('radio', { name: /^Exchange #\d/ }));
  await page.user.click(dialog.getByRole('radio', { name: 'cURL' }));
  await page.user.click(dialog.getByRole('button', { name: 'Copy' }));
  await statusBar().findAllByText(/^Copied, /);
  expect(page.copied[0]?.match(/^curl /gm)).toHaveLength(1);
  expect(page.copied[0]).toContain('signature-removed');
  await page.user.keyboard('{Control>}k{/Control}copy as curl{Enter}');
  await statusBar().findAllByText('Copied as cURL, with its credentials.');
  expect(page.copied[1]).toMatch(/bearer [\w-]+\.[\w-]+\.[\w-]{43}'/i);
  await page.user.click(statusBar().getByRole('button', { name: 'Copy without credentials' }));
  await waitFor(() => expect(page.copied[2]).toBe(page.copied[0]));
});

test('why a file cannot be made is said in the sheet, and it can be tried again', async () => {
  const page = await open('hi');
  page.refuse('exportTraffic', fault('export.nothing'));
  page.choose('export-traffic');
  const dialog = await sheet();
  await page.user.click(dialog.getByRole('button', { name: 'Review what is replaced' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('There is nothing to export');
  dialog.getByRole('button', { name: 'Review what is replaced' });
  expect(page.saved).toEqual([]);
});
