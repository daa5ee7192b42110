import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CommandInput } from '#shared/contract/harness.ts';
import { foldersOf, renamedFolder, treeRows } from '#renderer/store/editor/payload-tree.ts';
import { koreDemo } from '#shared/platforms/kore/demo.ts';
import type { ShownPayload } from '#shared/shelf/saved-payload.ts';
import { openPage, type OpenedPage } from '../open-page.tsx';

const payload = (name: string, folder: string): CommandInput<'savePayload'> => ({
  name,
  folder,
  channelId: null,
  method: 'POST',
  url: 'http://127.0.0.1:4700/hook',
  headers: [['X-A', '1']],
  body: { text: '{}' },
  sign: 'as-is',
  withVariables: false,
});

const openWith = async (...saved: readonly (readonly [name: string, folder: string])[]): Promise<OpenedPage> => {
  const opened = await openPage();
  await screen.findByRole('textbox', { name: 'Message' });
  for (const [name, folder] of saved) await opened.harness.savePayload(payload(name, folder));
  await waitFor(() => expect(opened?.store.getState().session?.shelf.payloads).toHaveLength(saved.length));
  return opened;
};
const run = async ({ user }: OpenedPage, words: string): Promise<void> => {
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: 'Search, or run a command' }), `${words}{Enter}`);
};
const tree = async () => within(await screen.findByRole('tree', { name: 'Saved requests' }));
const lines = async () => (await tree()).getAllByRole('treeitem').map((each) => each.getAttribute('aria-label'));
const shelf = ({ store }: OpenedPage) =>
  store.getState().session?.shelf.payloads.map(({ name, folder }) => [folder, name]) ?? [];

test('folders come before requests, each by its name, and what is folded is left out', () => {
  const shown = (id: string, name: string, folder: string): ShownPayload => ({ ...payload(name, folder), id });
  const payloads = [shown('1', 'b', ''), shown('2', 'a 10', 'x/y'), shown('3', 'a 9', 'x/y'), shown('4', 'z', 'x')];
  const said = (folded: readonly string[]) =>
    treeRows(payloads, new Set(folded)).map((row) =>
      row.kind === 'folder'
        ? `${String(row.level)} ${row.name} ${String(row.count)}`
        : `${String(row.level)} ${row.payload.name}`,
    );
  expect(said([])).toEqual(['1 x 3', '2 y 2', '3 a 9', '3 a 10', '2 z', '1 b']);
  expect(said(['x'])).toEqual(['1 x 3', '1 b']);
  expect(foldersOf(payloads)).toEqual(['x', 'x/y']);
  expect(renamedFolder(payloads, 'x', 'smoke/x')).toEqual([
    { id: '2', folder: 'smoke/x/y' },
    { id: '3', folder: 'smoke/x/y' },
    { id: '4', folder: 'smoke/x' },
  ]);
});

test('a saved request is opened from the palette, and the tree is gone through with the keys', async () => {
  const page = await openWith(['Hi', 'smoke'], ['Bye', 'smoke/late'], ['Plain', '']);
  await run(page, 'plain');
  await screen.findByRole('dialog', { name: 'Saved request: Plain' });
  expect(await lines()).toEqual(['smoke, 2 requests', 'late, 1 request', 'Bye', 'Hi', 'Plain']);
  const focused = () => document.activeElement?.getAttribute('aria-label');
  (await tree()).getByRole('treeitem', { name: 'Plain' }).focus();
  await page.user.keyboard('{Home}{ArrowLeft}');
  expect(await lines()).toEqual(['smoke, 2 requests', 'Plain']);
  await page.user.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
  expect(focused()).toBe('Bye');
  await page.user.keyboard('{ArrowLeft}');
  expect(focused()).toBe('late, 1 request');
  await page.user.keyboard('{End}{ArrowUp}{Enter}');
  await screen.findByRole('dialog', { name: 'Saved request: Hi' });
});

test('a saved request is renamed, moved, duplicated, and removed until somebody thinks better of it', async () => {
  const page = await openWith(['Hi', ''], ['Other', 'smoke']);
  await run(page, 'hi post');
  await screen.findByRole('dialog', { name: 'Saved request: Hi' });
  (await tree()).getByRole('treeitem', { name: 'Hi' }).focus();
  await page.user.keyboard('{F2}');
  const naming = within(await screen.findByRole('dialog', { name: 'Rename or move Hi' }));
  await page.user.clear(naming.getByRole('textbox', { name: 'Name' }));
  await page.user.type(naming.getByRole('textbox', { name: 'Name' }), 'Hello');
  await page.user.type(naming.getByLabelText('Folder'), 'a//b{Enter}');
  await naming.findByText(/Must be empty, or names with a slash/);
  await page.user.clear(naming.getByLabelText('Folder'));
  await page.user.type(naming.getByLabelText('Folder'), 'smoke{Enter}');
  await waitFor(() => expect(shelf(page)).toContainEqual(['smoke', 'Hello']));
  await page.user.click((await tree()).getByRole('button', { name: 'What can be done with Hello' }));
  await page.user.click(await screen.findByRole('menuitem', { name: /^Duplicate/ }));
  await waitFor(() => expect(shelf(page)).toContainEqual(['smoke', 'Hello (copy)']));
  (await tree()).getByRole('treeitem', { name: 'Hello' }).focus();
  await page.user.keyboard('{Delete}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Hello (copy)');
  await waitFor(() => expect(shelf(page)).not.toContainEqual(['smoke', 'Hello']));
  await page.user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(shelf(page)).toContainEqual(['smoke', 'Hello']));
});

test('a folder is renamed with all that is in it', async () => {
  const page = await openWith(['Hi', 'smoke'], ['Bye', 'smoke/late']);
  await run(page, 'hi post');
  await screen.findByRole('dialog', { name: 'Saved request: Hi' });
  (await tree()).getByRole('treeitem', { name: /^smoke/ }).focus();
  await page.user.keyboard('{F2}');
  const naming = within(await screen.findByRole('dialog', { name: 'Rename the folder smoke' }));
  await page.user.clear(naming.getByRole('textbox', { name: 'Name' }));
  await page.user.type(naming.getByRole('textbox', { name: 'Name' }), 'tokens{Enter}');
  await waitFor(() =>
    expect(shelf(page)).toEqual([
      ['tokens', 'Hi'],
      ['tokens/late', 'Bye'],
    ]),
  );
});

test('what is written is saved in its place with the keys, and marked until then', async () => {
  const page = await openWith(['Hi', '']);
  await run(page, 'hi post');
  const dialog = within(await screen.findByRole('dialog', { name: 'Saved request: Hi' }));
  await page.user.type(dialog.getByRole('textbox', { name: 'Address' }), '?b=1');
  expect(await lines()).toEqual(['Hi, changed']);
  await page.user.keyboard('{Control>}s{/Control}');
  await waitFor(async () => expect(await lines()).toEqual(['Hi']));
  const [saved] = page.store.getState().session?.shelf.payloads ?? [];
  expect((await page.harness.readPayload({ id: saved?.id ?? '' })).url).toBe('http://127.0.0.1:4700/hook?b=1');
});

test('what is saved under a name is what is written from then on, unchanged, beside what it was made of', async () => {
  const page = await openWith();
  await page.user.type(screen.getByRole('textbox', { name: 'Message' }), 'hi{Enter}');
  await screen.findByRole('article', { name: /What can I do for you/ });
  await page.user.click(await screen.findByRole('option', { name: /200/ }));
  await page.user.keyboard('{Alt>}r{/Alt}');
  const before = within(await screen.findByRole('dialog', { name: /^Edit and resend/ }));
  await page.user.clear(before.getByRole('combobox', { name: 'Method' }));
  await page.user.type(before.getByRole('combobox', { name: 'Method' }), 'PUT');
  before.getByText('changed');
  await page.user.keyboard('{Control>}s{/Control}');
  const naming = within(await screen.findByRole('dialog', { name: 'Save this request' }));
  await page.user.clear(naming.getByRole('textbox', { name: 'Name' }));
  await page.user.type(naming.getByRole('textbox', { name: 'Name' }), 'Hi{Enter}');
  const saved = await screen.findByRole('dialog', { name: 'Saved request: Hi' });
  expect(within(saved).queryByText('changed')).toBeNull();
  expect((await tree()).getByRole('treeitem', { name: 'Hi' }).getAttribute('aria-selected')).toBe('true');
  // The focus is where it was: in the method, which is still the same field.
  expect(document.activeElement).toBe(within(saved).getByRole('combobox', { name: 'Method' }));
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  const result = within(within(saved).getByRole('region', { name: 'What came back' }));
  await result.findByRole('option', { name: /what it was made of/ });
  // The exchange itself opens as it was.
  await page.user.keyboard('{Escape}');
  await page.user.keyboard('{Alt>}r{/Alt}');
  const again = within(await screen.findByRole('dialog', { name: /^Edit and resend/ }));
  expect(again.getByRole<HTMLInputElement>('combobox', { name: 'Method' }).value).toBe('POST');
});

test('a saved request goes where it was saved for, and to its channel as that is now with one press', async () => {
  const page = await openWith();
  const [channel] = page.store.getState().session?.channels ?? [];
  const url = 'http://127.0.0.1:4999/chatbot/hooks/st-old?a=1';
  await page.harness.savePayload({ ...payload('Hi', ''), channelId: channel?.id ?? null, url });
  await waitFor(() => expect(shelf(page)).toHaveLength(1));
  await run(page, 'hi post');
  const dialog = within(await screen.findByRole('dialog', { name: 'Saved request: Hi' }));
  const address = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Address' });
  dialog.getByText('Kore.ai demo is at http://127.0.0.1:4700 now.');
  await page.user.click(dialog.getByRole('button', { name: 'Address it to the channel' }));
  expect(address.value).toBe(`http://127.0.0.1:4700/chatbot/hooks/${koreDemo.settings['botId'] as string}?a=1`);
  expect(dialog.queryByText(/Kore\.ai demo is at/)).toBeNull();
  // And back, path and all.
  await page.user.click(dialog.getByRole('button', { name: 'Send it to another server' }));
  expect((await screen.findAllByRole('menuitem')).map((each) => each.textContent)).toEqual([
    'http://127.0.0.1:4700Kore.ai demo · this bench',
    'http://127.0.0.1:4999as saved',
  ]);
  await page.user.click(screen.getByRole('menuitem', { name: /as saved/ }));
  expect(address.value).toBe(url);
});

test('a request that was removed while it is written is saved anew', async () => {
  const page = await openWith(['Hi', '']);
  await run(page, 'hi post');
  await screen.findByRole('dialog', { name: 'Saved request: Hi' });
  (await tree()).getByRole('treeitem', { name: 'Hi' }).focus();
  await page.user.keyboard('{Delete}');
  await screen.findByRole('dialog', { name: 'New request' });
  await page.user.keyboard('{Control>}s{/Control}');
  const naming = within(await screen.findByRole('dialog', { name: 'Save this request' }));
  await page.user.clear(naming.getByRole('textbox', { name: 'Name' }));
  await page.user.type(naming.getByRole('textbox', { name: 'Name' }), 'Again{Enter}');
  await screen.findByRole('dialog', { name: 'Saved request: Again' });
});

test('keys belong to the sheet in front: what is named is not sent', async () => {
  const page = await openWith(['Hi', '']);
  await run(page, 'hi post');
  await screen.findByRole('dialog', { name: 'Saved request: Hi' });
  (await tree()).getByRole('treeitem', { name: 'Hi' }).focus();
  await page.user.keyboard('{F2}');
  await screen.findByRole('dialog', { name: 'Rename or move Hi' });
  await page.user.keyboard('{End}!{Control>}s{/Control}');
  await waitFor(() => expect(shelf(page)).toEqual([['', 'Hi!']]));
  await page.user.keyboard('{F2}');
  await screen.findByRole('dialog', { name: 'Rename or move Hi!' });
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  expect(page.called.filter((each) => /^(?:send|save)/.test(each))).toEqual([]);
});

test('the request of an exchange is saved without opening it, its credential left out', async () => {
  const page = await openWith();
  await page.user.type(screen.getByRole('textbox', { name: 'Message' }), 'hi{Enter}');
  await screen.findByRole('article', { name: /What can I do for you/ });
  await page.user.click(await screen.findByRole('option', { name: /200/ }));
  await run(page, 'save the request');
  const naming = within(await screen.findByRole('dialog', { name: 'Save this request' }));
  await page.user.clear(naming.getByRole('textbox', { name: 'Name' }));
  await page.user.type(naming.getByRole('textbox', { name: 'Name' }), 'Hi{Enter}');
  await waitFor(() => expect(shelf(page)).toEqual([['', 'Hi']]));
  const [saved] = page.store.getState().session?.shelf.payloads ?? [];
  expect(saved?.sign).toBe('re-sign');
});
