import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { foreignRequests } from './foreign-requests.ts';
import { openPage, type OpenedPage } from './open-page.tsx';

/** A page with five rows, of which two were refused with 401. */
const openTraffic = async (): Promise<OpenedPage> => {
  const opened = await openPage();
  for (const request of await foreignRequests(opened.world.tokens))
    await opened.world.outbound.send(request, () => undefined);
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(5));
  return opened;
};

const rows = () => screen.getAllByRole('option').map((row) => row.getAttribute('aria-label') ?? '');
const selected = () => screen.getAllByRole('option').map((row) => row.getAttribute('aria-selected') === 'true');
const searchBox = () => screen.findByRole<HTMLInputElement>('combobox', { name: 'Search traffic' });
const focusList = () => screen.getByRole('listbox', { name: 'Exchanges, newest first' }).focus();

test('a row that is pinned stands above all others, and says so', async () => {
  const { user } = await openTraffic();
  const third = rows()[2];
  focusList();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  await user.keyboard('{Alt>}p{/Alt}');
  const pinned = within(await screen.findByRole('group', { name: 'Pinned' }));
  expect(pinned.getByRole('option').getAttribute('aria-label')).toBe(`${third ?? ''}, pinned`);
  expect(rows()).toHaveLength(5);
  await user.keyboard('{Alt>}p{/Alt}');
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Pinned' })).toBeNull());
  expect(rows()[2]).toBe(third);
});

test('a note is written from the keyboard, and found by its words', async () => {
  const { user } = await openTraffic();
  focusList();
  await user.keyboard('{ArrowDown}{Alt>}j{/Alt}');
  expect(document.activeElement).toBe(await screen.findByRole('textbox', { name: 'Note' }));
  await user.keyboard('ask QA about it{Enter}');
  await screen.findByRole('option', { name: /note: ask QA about it$/ });
  await user.type(await searchBox(), 'note:QA');
  await waitFor(() => expect(screen.getAllByRole('option', { name: /note: ask QA/ })).toHaveLength(1));
  await waitFor(() => expect(rows()).toHaveLength(1));
});

test('several rows are selected with Shift, marked together, and let go with Escape', async () => {
  const { user } = await openTraffic();
  focusList();
  await user.keyboard('{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(selected()).toEqual([true, true, true, false, false]);
  await screen.findByRole('button', { name: '3 rows selected: Select nothing' });
  await user.keyboard('{Shift>}{F10}{/Shift}');
  (await screen.findByRole('menuitem', { name: 'Colour' })).focus();
  await user.keyboard('{ArrowRight}');
  (await screen.findByRole('menuitemcheckbox', { name: 'Mark blue' })).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.getAllByRole('option', { name: /marked blue$/ })).toHaveLength(3));
  focusList();
  await user.keyboard('{Escape}');
  expect(selected()).toEqual([false, false, true, false, false]);
});

test('under their conversations rows are a tree that is folded and opened with the arrow keys', async () => {
  const { user } = await openTraffic();
  await user.click(screen.getByRole('button', { name: 'Group traffic by conversation' }));
  const tree = await screen.findByRole('tree', { name: 'Exchanges by conversation' });
  const lines = () => within(tree).getAllByRole('treeitem');
  const conversations = () => lines().filter((line) => line.getAttribute('aria-level') === '1');
  const names = conversations().map((line) => line.getAttribute('aria-label'));
  expect(names.some((name) => /u-7, \d exchanges?, \d\d:\d\d:\d\d, refused$/.test(name ?? ''))).toBe(true);
  const all = lines().length;
  tree.focus();
  await user.keyboard('{Home}{ArrowLeft}');
  expect(conversations()[0]?.getAttribute('aria-expanded')).toBe('false');
  expect(lines().length).toBeLessThan(all);
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(tree.getAttribute('aria-activedescendant')).toBe(lines()[1]?.id);
  await user.keyboard('{ArrowLeft}');
  expect(tree.getAttribute('aria-activedescendant')).toBe(conversations()[0]?.id);
});

test('both ends of what goes round on this machine are one row, and counted as one', async () => {
  const opened = await openPage();
  const { user, store } = opened;
  await user.type(await screen.findByRole('textbox', { name: 'Message' }), 'hi{Enter}');
  await waitFor(() => expect(store.getState().session?.exchangeCount).toBe(2));
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(screen.getByRole('heading', { name: 'Traffic' }).nextElementSibling?.textContent).toBe('1');
});

test('what comes while the list is paused is counted, and listed when it goes on', async () => {
  const { user, world } = await openTraffic();
  await user.click(screen.getByRole('button', { name: 'Pause the list' }));
  const [request] = await foreignRequests(world.tokens);
  if (!request) throw new Error('The fixture lost its request.');
  await world.outbound.send(request, () => undefined);
  await world.outbound.send(request, () => undefined);
  const held = await screen.findByRole('button', { name: '2 new, held back' });
  expect(rows()).toHaveLength(5);
  await user.click(held);
  await waitFor(() => expect(rows()).toHaveLength(7));
});

test('a search is completed while it is written, and says how much it found', async () => {
  const { user } = await openTraffic();
  await user.type(await searchBox(), 'ver');
  await user.keyboard('{ArrowDown}{Enter}');
  expect((await searchBox()).value).toBe('verdict:');
  const offered = within(screen.getByRole('listbox', { name: 'What can be written here' }));
  expect(offered.getAllByRole('option').map((each) => each.textContent)).toEqual(['trusted', 'refused', 'unchecked']);
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect((await searchBox()).value).toBe('verdict:refused ');
  await screen.findByText('2 hits');
  expect(rows()).toEqual(Array.from({ length: 2 }, () => expect.stringContaining('401, refused')));
});

test('a wrong search says what is wrong, lists what was there, and is put right with a press', async () => {
  const { user } = await openTraffic();
  await user.type(await searchBox(), 'stauts:401');
  await screen.findByText(/There is no field "stauts" at character 1/);
  expect((await searchBox()).getAttribute('aria-invalid')).toBe('true');
  expect(rows()).toHaveLength(5);
  await user.click(screen.getByRole('button', { name: 'Use status' }));
  expect((await searchBox()).value).toBe('status:401');
  await waitFor(() => expect(rows()).toHaveLength(2));
});

test('a search without a hit offers to leave out a term', async () => {
  const { user } = await openTraffic();
  await user.type(await searchBox(), 'status:401 nowhere');
  await user.click(await screen.findByRole('button', { name: 'Without nowhere' }));
  await waitFor(() => expect(rows()).toHaveLength(2));
});

test('a search is saved under a name, offered, renamed and removed, and comes back', async () => {
  const { user, store } = await openTraffic();
  await user.type(await searchBox(), 'status:401');
  await user.click(screen.getByRole('button', { name: 'Saved filters' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Save this search…' }));
  await user.keyboard('Refused{Enter}');
  await screen.findAllByText('Search saved as Refused.');
  await user.clear(await searchBox());
  await user.click(screen.getByRole('button', { name: 'Saved filters' }));
  await user.click(await screen.findByRole('menuitem', { name: /^Refused/ }));
  expect((await searchBox()).value).toBe('status:401');
  await user.click(screen.getByRole('button', { name: 'Saved filters' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Edit saved filters…' }));
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, 'Denied{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Remove Denied' }));
  await screen.findAllByText('Filter Denied removed.');
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(store.getState().session?.shelf.filters).toHaveLength(1));
});

test('what is like an exchange is found from its menu', async () => {
  const { user } = await openTraffic();
  await user.pointer({
    keys: '[MouseRight]',
    target: screen.getAllByRole('option', { name: /401, refused/ })[0] as Element,
  });
  (await screen.findByRole('menuitem', { name: 'Find more' })).focus();
  await user.keyboard('{ArrowRight}');
  (await screen.findByRole('menuitem', { name: 'Find all with this verdict' })).focus();
  await user.keyboard('{Enter}');
  expect((await searchBox()).value).toBe('verdict:refused');
  await waitFor(() => expect(rows()).toHaveLength(2));
});
