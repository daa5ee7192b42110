import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fault } from '#shared/contract/fault.ts';
import { openPage, type OpenedPage } from './open-page.tsx';

const open = async (): Promise<OpenedPage & { readonly channelId: string }> => {
  const opened = await openPage();
  await screen.findByRole('textbox', { name: 'Message' });
  return { ...opened, channelId: opened.store.getState().session?.channels[0]?.id ?? '' };
};

const openCheck = async ({ user }: OpenedPage) => {
  await user.click(screen.getByRole('button', { name: 'Edit Kore.ai demo' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Channels' }));
  await user.click(dialog.getByRole('tab', { name: 'Check' }));
  return dialog;
};

test('a channel is checked, what is odd about a secret is cleaned with a click, and it is looked at again', async () => {
  const page = await open();
  const { channelId, harness, user } = page;
  await harness.changeChannel({ channelId, settings: { clientSecret: 'invented-secret-of-mine ' } });
  const dialog = await openCheck(page);
  dialog.getByText('Not checked yet.');
  await user.click(dialog.getByRole('button', { name: 'Check now' }));
  const settings = within(await dialog.findByRole('region', { name: 'Settings' }));
  settings.getByText(/has white space behind it/);
  await user.click(settings.getByRole('button', { name: 'Clean it' }));
  await waitFor(() => expect(settings.queryByText(/has white space behind it/)).toBeNull());
  expect((await harness.revealSecret({ channelId, field: 'clientSecret' })).value).toBe('invented-secret-of-mine');
});

test('what is known of a secret from the check stands beside its field, and the check says when it is old', async () => {
  const page = await open();
  const { channelId, harness, user } = page;
  await harness.changeChannel({ channelId, settings: { clientSecret: 'invented-secret-of-mine ' } });
  const dialog = await openCheck(page);
  await user.click(dialog.getByRole('button', { name: 'Check now' }));
  await user.click(await dialog.findByRole('button', { name: 'Open the setting' }));
  dialog.getByText(/^Client secret has white space behind it/);
  await user.click(dialog.getByRole('button', { name: 'Clean' }));
  await waitFor(() => expect(dialog.queryByText(/^Client secret has white space/)).toBeNull());
  await harness.changeChannel({ channelId, plays: { platform: false, app: true } });
  await user.click(dialog.getByRole('tab', { name: 'Check' }));
  await dialog.findByText('The channel has changed since.');
});

test('what is not saved is not looked at, which the check says', async () => {
  const page = await open();
  const dialog = await openCheck(page);
  expect(dialog.queryByRole('note')).toBeNull();
  await page.user.click(dialog.getByRole('tab', { name: 'Settings' }));
  await page.user.click(dialog.getByRole('switch', { name: 'Play the app end' }));
  await page.user.click(dialog.getByRole('tab', { name: 'Check' }));
  dialog.getByText('What is written in the settings and not saved is not looked at.');
});

test('where nobody answers the message that was sent, the channel is checked on the spot and the layer that fails is shown', async () => {
  const page = await open();
  const { channelId, harness, user } = page;
  const settings = { host: 'http://bots.example:9' };
  await harness.changeChannel({ channelId, plays: { platform: false, app: true }, settings });
  Object.assign(page.world.outbound, {
    send: async () => ({
      ok: false,
      fault: fault('target.refused', { host: 'bots.example:9' }),
      phases: [],
      remote: { address: '192.0.2.1', port: 9 },
    }),
  });
  await user.type(screen.getByRole('textbox', { name: 'Message' }), 'hi{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Check the channel' }));
  await screen.findByText(/^\d+ problems?$/);
  await user.click(screen.getByRole('button', { name: 'Show' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Channels' }));
  expect(dialog.getByRole('tab', { name: 'Check' }).getAttribute('aria-selected')).toBe('true');
  dialog.getByText('connection (TCP)');
});

test('a check that takes long is given up, and one that is refused says why', async () => {
  const page = await open();
  const { channelId, harness, user } = page;
  await harness.changeChannel({ channelId, plays: { platform: false, app: true } });
  Object.assign(page.world.network, { resolve: () => new Promise(() => undefined) });
  const dialog = await openCheck(page);
  await user.click(dialog.getByRole('button', { name: 'Check now' }));
  dialog.getByRole('progressbar', { name: 'Checking Kore.ai demo' });
  await user.click(within(dialog.getByRole('tabpanel', { name: 'Check' })).getByRole('button', { name: 'Cancel' }));
  dialog.getByText('Not checked yet.');
  page.refuse('checkChannel', fault('wire.lost'));
  await user.click(dialog.getByRole('button', { name: 'Check now' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('lost');
});
