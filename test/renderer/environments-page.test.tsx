import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage, type OpenedPage } from './open-page.tsx';

const firstOf = ({ store }: OpenedPage) => store.getState().session!.channels[0]!;

const openEnvironments = async () => {
  const opened = await openPage();
  await opened.user.click(await screen.findByRole('button', { name: 'Edit Kore.ai demo' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Channels' }));
  await opened.user.click(dialog.getByRole('tab', { name: 'Environments' }));
  return { ...opened, dialog, list: () => within(dialog.getByRole('list', { name: 'Environments of this channel' })) };
};

const add = async ({ user, dialog }: Awaited<ReturnType<typeof openEnvironments>>, name: string) => {
  await user.type(dialog.getByRole('textbox', { name: 'New environment' }), `${name}{Enter}`);
  await dialog.findByRole('button', { name: `Switch to ${name}` });
};

test('an environment is added as a copy, made active, renamed, removed and brought back', async () => {
  const page = await openEnvironments();
  const { user, dialog, list } = page;
  await user.click(dialog.getByRole('button', { name: 'Add' }));
  expect(firstOf(page).environments).toHaveLength(1);
  await add(page, 'Customer');
  await user.click(list().getByRole('button', { name: 'Switch to Customer' }));
  await dialog.findByRole('button', { name: 'Environment: Customer' });
  expect(document.activeElement).toBe(list().getByRole('button', { name: 'Rename Customer' }));
  await user.click(list().getByRole('button', { name: 'Rename Default' }));
  const name = list().getByRole('textbox', { name: 'Name of Default' });
  await user.clear(name);
  await user.type(name, 'Customer{Enter}');
  expect((await list().findByRole('alert')).textContent).toContain('name');
  await user.clear(name);
  await user.type(name, 'Dev{Enter}');
  await user.click(await list().findByRole('button', { name: 'Remove Dev' }));
  await waitFor(() => expect(firstOf(page).environments.map((each) => each.name)).toEqual(['Customer']));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(firstOf(page).environments.map((each) => each.name)).toEqual(['Dev', 'Customer']));
});

test('the active environment cannot be removed, and Escape gives up a new name without closing the screen', async () => {
  const page = await openEnvironments();
  const { user, list, called } = page;
  await user.click(list().getByRole('button', { name: /^Remove Default/ }));
  expect(called).not.toContain('removeEnvironment');
  await user.click(list().getByRole('button', { name: 'Rename Default' }));
  await user.keyboard('x{Escape}');
  list().getByText('Default');
  expect(document.activeElement).toBe(list().getByRole('button', { name: 'Rename Default' }));
});

test('what is written for one environment waits for it, and never reaches another', async () => {
  const page = await openEnvironments();
  const { user, dialog, list } = page;
  await add(page, 'Customer');
  await user.click(dialog.getByRole('tab', { name: 'Settings' }));
  await user.click(dialog.getByRole('switch', { name: 'Play the app end' }));
  await user.click(dialog.getByRole('tab', { name: /^Environments/ }));
  list().getByText('not saved');
  await user.click(list().getByRole('button', { name: 'Switch to Customer' }));
  await waitFor(() =>
    expect(dialog.getByRole('switch', { name: 'Play the app end' }).getAttribute('aria-checked')).toBe('true'),
  );
  await user.click(await list().findByRole('button', { name: 'Switch to Default' }));
  await waitFor(() =>
    expect(dialog.getByRole('switch', { name: 'Play the app end' }).getAttribute('aria-checked')).toBe('false'),
  );
});

test('closing asks before what is written for an environment that is not active is lost', async () => {
  const page = await openEnvironments();
  const { user, dialog, list } = page;
  await add(page, 'Customer');
  await user.click(dialog.getByRole('tab', { name: 'Settings' }));
  await user.click(dialog.getByRole('switch', { name: 'Play the app end' }));
  await user.click(dialog.getByRole('tab', { name: /^Environments/ }));
  await user.click(list().getByRole('button', { name: 'Switch to Customer' }));
  await dialog.findByRole('tab', { name: /^Environments.*not saved/ });
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  await user.click(await screen.findByRole('button', { name: 'Keep writing' }));
  list().getByText('not saved');
});

test('an environment is switched from the menu of the channel and from the palette', async () => {
  const page = await openEnvironments();
  const { user } = page;
  await add(page, 'Customer');
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Channel: Kore.ai demo, environment Default' }));
  await user.click(await screen.findByRole('menuitemradio', { name: 'Customer' }));
  await screen.findByRole('button', { name: 'Channel: Kore.ai demo, environment Customer' });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox'), 'switch default');
  await user.keyboard('{Enter}');
  await screen.findByRole('button', { name: 'Channel: Kore.ai demo, environment Default' });
});
