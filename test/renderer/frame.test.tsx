import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showChannel } from '#renderer/store/show-channel.ts';
import { underWay } from '#renderer/store/under-way.ts';
import { fault } from '#shared/contract/fault.ts';
import { openPage, type OpenedPage } from './open-page.tsx';

const open = async (): Promise<OpenedPage> => {
  const opened = await openPage();
  await screen.findByRole('textbox', { name: 'Message' });
  return opened;
};

const statusBar = () => within(screen.getByRole('contentinfo', { name: 'Status' }));
const palette = () => screen.findByRole('combobox', { name: 'Search, or run a command' });
const options = () => within(screen.getByRole('listbox', { name: 'Found' })).getAllByRole('option');
const chosen = () => options().find((each) => each.getAttribute('aria-selected') === 'true')?.textContent ?? '';

const say = async ({ user }: OpenedPage, text: string): Promise<void> => {
  await user.type(await screen.findByRole('textbox', { name: 'Message' }), `${text}{Enter}`);
  await screen.findByRole('article', { name: /What can I do for you/ });
};

test('traffic is cleared at once, and the status bar brings it back', async () => {
  const page = await open();
  await say(page, 'hi');
  await screen.findByRole('article', { name: /What can I do for you/ });
  page.choose('clear-traffic');
  await statusBar().findAllByText('Traffic cleared.');
  await waitFor(() => expect(screen.queryAllByRole('article')).toEqual([]));
  await page.user.click(statusBar().getByRole('button', { name: 'Undo' }));
  await screen.findByRole('article', { name: /What can I do for you/ });
  await statusBar().findAllByText('Brought back.');
  expect(statusBar().queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('what is pinned is asked about before it goes', async () => {
  const page = await open();
  await say(page, 'hi');
  const [first] = page.store.getState().session?.exchanges ?? [];
  await page.harness.markExchanges({ ids: [first?.id ?? 0], isPinned: true });
  await waitFor(() => expect(page.store.getState().session?.marks).toHaveLength(1));
  page.choose('clear-traffic');
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Clear all traffic?' }));
  dialog.getByText(/and 1 pinned exchange too/);
  await page.user.click(dialog.getByRole('button', { name: 'Clear traffic' }));
  await statusBar().findAllByText('Traffic cleared.');
});

test('Ctrl and Z bring back the last thing that was removed, but belong to the field that is written in', async () => {
  const page = await open();
  await say(page, 'hi');
  page.choose('clear-traffic');
  await statusBar().findAllByText('Traffic cleared.');
  await page.user.type(await screen.findByRole('textbox', { name: 'Message' }), '{Control>}z{/Control}');
  expect(page.called).not.toContain('undo');
  (document.activeElement as HTMLElement).blur();
  await page.user.keyboard('{Control>}z{/Control}');
  await screen.findByRole('article', { name: /What can I do for you/ });
});

test('what the harness refuses is an alert in the status bar, until it is dismissed', async () => {
  const page = await open();
  page.refuse('startConversation', fault('wire.lost'));
  await page.user.keyboard('{Alt>}n{/Alt}');
  const alert = await statusBar().findByRole('alert');
  expect(alert.textContent).toContain('connection');
  await page.user.click(statusBar().getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('what takes longer than a moment is shown with how far it is, and can be cancelled', async () => {
  const page = await open();
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work = underWay(
    page.store,
    () => 'Reading',
    async (report) => {
      report({ done: 2, total: 10 });
      await ended;
    },
    end,
  );
  expect(statusBar().queryByRole('progressbar')).toBeNull();
  const bar = await statusBar().findByRole('progressbar', { name: 'Reading' });
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['2', '10']);
  statusBar().getByText('2 of 10');
  await page.user.click(statusBar().getByRole('button', { name: 'Cancel: Reading' }));
  await work;
  await waitFor(() => expect(statusBar().queryByRole('progressbar')).toBeNull());
});

test('the palette runs a command by a few letters of its name, and offers it first the next time', async () => {
  const page = await open();
  await page.user.keyboard('{Control>}k{/Control}');
  await page.user.type(await palette(), 'settings hook');
  expect(chosen()).toMatch(/^Settings….*Ctrl\+,/);
  await page.user.keyboard('{Enter}');
  await screen.findByRole('dialog', { name: 'Settings' });
  await page.user.keyboard('{Escape}');
  await page.user.keyboard('{Control>}k{/Control}');
  await palette();
  expect(within(screen.getByRole('group', { name: 'Recent' })).getByRole('option').textContent).toMatch(/^Settings…/);
});

test('the palette finds channels, users and exchanges, and says when nothing is called so', async () => {
  const page = await open();
  await say(page, 'hi');
  const user = page.store.getState().session?.conversations[0]?.userId ?? '';
  await page.user.click(screen.getByRole('button', { name: 'Search, or run a command' }));
  await page.user.type(await palette(), user);
  within(screen.getByRole('group', { name: 'Conversations' })).getByRole('option', { name: new RegExp(user) });
  await page.user.clear(await palette());
  await page.user.type(await palette(), 'POST');
  within(screen.getByRole('group', { name: 'Recent exchanges' })).getByText(/200/);
  await page.user.clear(await palette());
  await page.user.type(await palette(), 'qqqqzz');
  screen.getByText('Nothing is called “qqqqzz”.');
  await page.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('the arrow keys go round in the palette while the field keeps the focus', async () => {
  const page = await open();
  await page.user.keyboard('{Control>}k{/Control}');
  const field = await palette();
  const first = chosen();
  await page.user.keyboard('{ArrowUp}');
  expect(chosen()).toBe(options().at(-1)?.textContent);
  await page.user.keyboard('{ArrowDown}');
  expect(chosen()).toBe(first);
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-activedescendant')).toBe(
    options().find((each) => each.getAttribute('aria-selected') === 'true')?.id,
  );
});

test('wide traffic takes the room of the conversation, and going to the message field gives it back', async () => {
  const page = await open();
  await page.user.keyboard('{Alt>}w{/Alt}');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Conversation' })).toBeNull());
  expect(screen.queryByRole('region', { name: 'Channels' })).toBeNull();
  screen.getByRole('region', { name: 'Traffic' });
  screen.getByRole('region', { name: 'Inspector' });
  await page.user.keyboard('{Alt>}m{/Alt}');
  const field = await screen.findByRole('textbox', { name: 'Message' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  screen.getByRole('region', { name: 'Channels' });
});

test('the list of channels folds away, and stays so at the next visit', async () => {
  const first = await open();
  await first.user.click(screen.getByRole('button', { name: 'Channels' }));
  expect(screen.queryByRole('button', { name: 'Edit Kore.ai demo' })).toBeNull();
  first.close();
  await open();
  expect(screen.getByRole('button', { name: 'Channels' }).getAttribute('aria-expanded')).toBe('false');
});

test('on a bundle nothing is offered that would change or send something, and a button says why', async () => {
  const page = await open();
  const bundle = { name: 'case.hookbench', madeBy: 'Hookbench 0.1.0', madeAt: '2026-11-01T00:00:00Z' };
  page.store.setState(({ session }) => ({
    session: session && { ...session, exchangeCount: 3, openedBundle: bundle },
  }));
  await page.user.hover(screen.getByRole('button', { name: 'Clear traffic' }));
  expect((await screen.findByRole('tooltip')).textContent).toContain('A bundle is shown');
  await page.user.click(screen.getByRole('button', { name: 'Clear traffic' }));
  expect(page.called).not.toContain('clearTraffic');
  // As a link to a rule or a defect does.
  act(() => showChannel(page.store, { channelId: page.store.getState().session!.channels[0]!.id, part: 'defects' }));
  expect(page.store.getState().view).toMatchObject({ dialog: null, told: { tone: 'note' } });
  expect(screen.queryByRole('dialog')).toBeNull();
  await page.user.keyboard('{Control>}k{/Control}');
  await page.user.type(await palette(), 'clear traffic');
  expect(
    within(screen.getByRole('listbox', { name: 'Found' })).queryByRole('option', { name: /^Clear traffic/ }),
  ).toBeNull();
});
