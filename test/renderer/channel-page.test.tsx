import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fault } from '#shared/contract/fault.ts';
import type { Channel } from '#shared/channel/channel.ts';
import { openPage, type OpenedPage } from './open-page.tsx';

/** The page with one of the demo channels in front. */
const openOn = async (channel: string): Promise<OpenedPage> => {
  const opened = await openPage();
  const list = within(await screen.findByRole('region', { name: 'Channels' }));
  await opened.user.click(list.getByRole('button', { name: new RegExp(`^${channel}`) }));
  return opened;
};

const composer = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const bubble = (name: RegExp) => screen.findByRole('article', { name });
const say = async ({ user }: OpenedPage, text: string): Promise<void> => {
  await user.type(await composer(), text);
  await user.keyboard('{Enter}');
};
const channelOf = ({ store }: OpenedPage, name: string): Channel => {
  const found = store.getState().session?.channels.find((each) => each.name === name);
  if (!found) throw new Error(`There is no channel ${name}.`);
  return found;
};
const openPart = async ({ user }: OpenedPage, part: string) => {
  await user.click(await screen.findByRole('button', { name: 'Connect' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('tab', { name: new RegExp(`^${part}`) }));
  return dialog;
};

test('the composer offers exactly the voices of the channel, and keeps the one that was chosen', async () => {
  const page = await openOn('Channel Talk demo');
  const voices = within(await screen.findByRole('group', { name: 'Speak as' }));
  expect(voices.getAllByRole('button').map((each) => each.textContent)).toEqual(['As user', 'As agent', 'As bot']);
  await say(page, 'hi');
  await bubble(/What can I do for you/);
  await page.user.click(voices.getByRole('button', { name: 'As agent' }));
  expect((await composer()).placeholder).toBe('Message as the agent');
  await say(page, 'Kim here.');
  await bubble(/^Agent.*Kim here\.$/);
  expect(page.store.getState().view.remembered.voices).toEqual({
    [channelOf(page, 'Channel Talk demo').id]: 'agent',
  });
});

test('a channel with one voice has no switch, and one where nobody can speak says why', async () => {
  const page = await openOn('Kore.ai demo');
  await composer();
  expect(screen.queryByRole('group', { name: 'Speak as' })).toBeNull();
  const { id } = channelOf(page, 'Kore.ai demo');
  await page.harness.changeChannel({ channelId: id, plays: { platform: false, app: false } });
  expect((await screen.findByRole('note')).textContent).toContain('plays neither end');
  expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull();
  await page.user.click(within(screen.getByRole('note')).getByRole('button', { name: 'Settings' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Channels' }));
  dialog.getByRole('heading', { name: 'Kore.ai demo' });
});

test('what a voice can do besides typing is in its menu: gestures, and a picture by its link', async () => {
  const page = await openOn('Channel Talk demo');
  await page.user.click(await screen.findByRole('button', { name: 'More as the user' }));
  await page.user.click(await screen.findByRole('menuitem', { name: /^Open a chat/ }));
  await bubble(/What can I do for you/);
  await page.user.click(await screen.findByRole('button', { name: 'More as the user' }));
  await page.user.click(await screen.findByRole('menuitem', { name: /^Send a picture/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Send a picture or file' }));
  await page.user.click(dialog.getByRole('button', { name: 'Send' }));
  await dialog.findByText('Must not be empty.');
  await page.user.type(dialog.getByRole('textbox', { name: 'Link' }), 'https://bank.example/a.png');
  await page.user.click(dialog.getByRole('button', { name: 'Send' }));
  await bubble(/^User.*a\.png/);
});

test('a form of the bot is filled in, sent as the user, and cannot be sent again', async () => {
  const page = await openOn('Kore.ai demo');
  await say(page, 'call me');
  const form = within(await screen.findByRole('form', { name: 'When may we call you?' }));
  await page.user.click(form.getByRole('button', { name: 'Ask for a call' }));
  expect(form.getAllByText('Must not be empty.')).toHaveLength(2);
  await page.user.type(form.getByRole('textbox', { name: /^Your name/ }), 'Robin');
  await page.user.type(form.getByRole('textbox', { name: /^Phone number/ }), '+15550100');
  await page.user.selectOptions(form.getByRole('combobox'), 'In the morning');
  await page.user.click(form.getByRole('button', { name: 'Ask for a call' }));
  await bubble(/^User.*Robin, \+15550100, morning/);
  expect(form.queryByRole('button')).toBeNull();
  expect(form.getByRole('textbox', { name: /^Your name/ }).hasAttribute('disabled')).toBe(true);
});

test('the checklist shows secrets masked and copies them as they are', async () => {
  const page = await openOn('Channel Talk demo');
  const { id } = channelOf(page, 'Channel Talk demo');
  await page.harness.changeChannel({ channelId: id, plays: { platform: true, app: false } });
  const list = await screen.findByRole('list', { name: 'What to paste where' });
  const [masked] = within(list).getAllByText('••••••');
  if (!masked?.parentElement) throw new Error('No value is masked.');
  await page.user.click(within(masked.parentElement).getByRole('button', { name: /^Copy/ }));
  await waitFor(async () => expect(await navigator.clipboard.readText()).toContain('NOT-A-REAL'));
  expect(document.body.innerHTML).not.toContain('NOT-A-REAL');
});

test('a defect is switched on at once, counted in the head, and marks the line of traffic that it touched', async () => {
  const page = await openOn('Channel Talk demo');
  const dialog = await openPart(page, 'Defects');
  await page.user.type(dialog.getByRole('textbox', { name: 'Filter defects' }), 'dropped');
  await page.user.click(dialog.getByRole('switch', { name: 'Dropped event' }));
  await waitFor(() => expect(channelOf(page, 'Channel Talk demo').defects).toHaveLength(1));
  await page.user.click(dialog.getByRole('button', { name: 'Close' }));
  await screen.findByRole('button', { name: '1 defect on' });
  await say(page, 'anybody?');
  const [row] = await screen.findAllByRole('option', { name: /not sent, defect: Dropped event/ });
  if (!row) throw new Error('No line of traffic is marked.');
  expect((await bubble(/anybody/)).parentElement?.textContent).toContain('This request was not sent');
  await page.user.click(row);
  const inspector = within(screen.getByRole('region', { name: 'Inspector' }));
  await inspector.findByRole('button', { name: /^Defect: Dropped event/ });
  await inspector.findByText(/defect\.event\.dropped/);
});

test('a reply rule is written, seen before it acts, kept, and acts', async () => {
  const page = await openOn('Channel Talk demo');
  const dialog = await openPart(page, 'Reply rules');
  await page.user.click(dialog.getByRole('button', { name: 'Add a rule' }));
  await page.user.click(dialog.getByRole('button', { name: 'Only when…' }));
  await page.user.click(dialog.getByRole('button', { name: 'Save rules' }));
  await dialog.findByText(/Has a condition without words/);
  await page.user.type(dialog.getByRole('textbox', { name: 'Words of condition 1' }), 'holiday');
  await page.user.selectOptions(dialog.getByRole('combobox', { name: 'Say' }), 'These messages');
  await page.user.click(dialog.getByRole('button', { name: 'Add a message' }));
  await page.user.type(dialog.getByRole('textbox', { name: 'Text' }), 'Back on Monday.');
  const preview = within(dialog.getByRole('region', { name: 'Preview' }));
  await preview.findByText(/x-quick-reply: true[\s\S]*Back on Monday\./);
  await page.user.click(dialog.getByRole('button', { name: 'Save rules' }));
  await waitFor(() => expect(channelOf(page, 'Channel Talk demo').replyRules).toHaveLength(1));
  await page.user.click(dialog.getByRole('button', { name: 'Close' }));
  expect(channelOf(page, 'Channel Talk demo').replyRules).toMatchObject([
    { name: 'Rule 1', when: { has: ['holiday'] } },
  ]);
  await say(page, 'on holiday?');
  await bubble(/Back on Monday\.$/);
});

test('what the harness finds wrong in a rule stands beside its field', async () => {
  const page = await openOn('Channel Talk demo');
  const dialog = await openPart(page, 'Reply rules');
  await page.user.click(dialog.getByRole('button', { name: 'Add a rule' }));
  await page.user.type(dialog.getByRole('textbox', { name: 'Status' }), '99');
  await page.user.click(dialog.getByRole('button', { name: 'Save rules' }));
  await waitFor(() =>
    expect(dialog.getByRole('textbox', { name: 'Status' }).getAttribute('aria-invalid')).toBe('true'),
  );
  await dialog.findByText('Must be at least 200.');
});

test('what is wrong with the channel as a whole stands above its conversation, with what mends it', async () => {
  const page = await openOn('Channel Talk demo');
  await composer();
  const { id } = channelOf(page, 'Channel Talk demo');
  const condition = { sentence: 'The webhook is blocked.', remedy: { id: 'unblock', title: 'Unblock it' } };
  page.store.setState(({ session }) => ({
    session: session && {
      ...session,
      channels: session.channels.map((each) => (each.id === id ? { ...each, condition } : each)),
    },
  }));
  const banner = within(await screen.findByRole('alert'));
  banner.getByText('The webhook is blocked.');
  await page.user.click(banner.getByRole('button', { name: 'Unblock it' }));
  await waitFor(() => expect(page.called).toContain('applyRemedy'));
});

test('a new channel begins with its platform, and a preset sets what tells its modes apart', async () => {
  const page = await openOn('Kore.ai demo');
  await page.user.click(screen.getByRole('button', { name: 'Add a channel' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Channels' }));
  dialog.getByRole('heading', { name: 'Add a channel' });
  await page.user.click(dialog.getByRole('button', { name: 'SnatchBot' }));
  expect(dialog.queryByRole('textbox', { name: 'WebHook address' })).toBeNull();
  const preset = within(dialog.getByRole('combobox', { name: 'Preset' }));
  await page.user.selectOptions(
    dialog.getByRole('combobox', { name: 'Preset' }),
    preset.getByRole('option', { name: /^WebHook/ }),
  );
  expect(dialog.getByRole('textbox', { name: 'WebHook address' })).toBeTruthy();
  await page.user.type(dialog.getByRole('textbox', { name: 'Bot id' }), '777');
  await page.user.click(dialog.getByRole('button', { name: 'Add channel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(channelOf(page, 'SnatchBot').settings).toMatchObject({ feature: 'webhook', botId: '777' });
});

test('a text that is compared is said to stand where it stood, and is never shown', async () => {
  const page = await openOn('Channel Talk demo');
  await say(page, 'hi');
  await page.user.click(await bubble(/What can I do for you/));
  const credential = await screen.findByRole('region', { name: 'Credential' });
  expect(credential.textContent).toContain('the query of the address, under token');
  expect(credential.textContent).not.toContain('NOT-A-REAL');
});

test('what the wire refuses of a checklist is said in its place', async () => {
  const page = await openOn('Kore.ai demo');
  page.refuse('readSetup', fault('wire.lost'));
  await page.user.click(await screen.findByRole('button', { name: 'Connect' }));
  expect((await within(await screen.findByRole('dialog')).findByRole('alert')).textContent).toContain('lost');
});
