import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { changeView } from '#renderer/store/store.ts';
import { foreignRequests } from './foreign-requests.ts';
import { messageOf } from './examples.ts';
import { openPage, type OpenedPage } from './open-page.tsx';

const open = async (options?: Parameters<typeof openPage>[0]): Promise<OpenedPage> => {
  const opened = await openPage(options);
  return opened;
};

const region = (name: string) => within(screen.getByRole('region', { name }));
const composer = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const bubble = (name: RegExp) => screen.findByRole('article', { name });
const greeting = /Demo bot.*What can I do for you/;

const say = async ({ user }: OpenedPage, text: string): Promise<void> => {
  await user.type(await composer(), text);
  await user.keyboard('{Enter}');
};

test('what a user types appears as a bubble, the bot answers, and the message field is empty again', async () => {
  const page = await open();
  await say(page, 'hi');
  await bubble(/^User.*hi$/);
  await bubble(greeting);
  expect((await composer()).value).toBe('');
  expect(document.activeElement).toBe(await composer());
});

test('Shift and Enter make a new line instead of sending', async () => {
  const page = await open();
  await page.user.type(await composer(), 'one{Shift>}{Enter}{/Shift}two');
  expect((await composer()).value).toBe('one\ntwo');
  expect(page.called).not.toContain('say');
});

test('what is being written is still there when somebody else begins the first conversation', async () => {
  const page = await open();
  await page.user.type(await composer(), 'half a sen');
  const [good] = await foreignRequests(page.world.tokens);
  if (good) await page.world.outbound.send(good, () => undefined);
  await bubble(/^User.*hi$/);
  await page.user.type(await composer(), 'tence');
  expect((await composer()).value).toBe('half a sentence');
  await page.user.keyboard('{Enter}');
  expect((await composer()).value).toBe('');
});

test('a channel that nobody spoke on yet offers things to try, and each is sent when it is pressed', async () => {
  const page = await open();
  await page.user.click(
    within(await screen.findByRole('group', { name: 'Try it' })).getByRole('button', { name: 'hi' }),
  );
  await bubble(greeting);
});

test('a quick reply says its title as the user, and sends what the channel sends', async () => {
  const page = await open();
  await say(page, 'hi');
  await page.user.click(within(await bubble(greeting)).getByRole('button', { name: 'Balance' }));
  await bubble(/^User.*Balance$/);
  await bubble(/Which account/);
});

test('both twins of a loopback exchange are one row, with the verdict of the one that was received', async () => {
  const page = await open();
  await say(page, 'hi');
  await bubble(greeting);
  await waitFor(() =>
    expect(screen.getAllByRole('option').map((row) => row.getAttribute('aria-label'))).toEqual([
      expect.stringMatching(/^POST, \/chatbot\/hooks\/st-.*, 200, trusted, loopback, .*ms$/),
    ]),
  );
  expect(page.store.getState().session?.exchangeCount).toBe(2);
});

test('a click on a bubble shows why its token was trusted, and lights up all that the exchange carried', async () => {
  const page = await open();
  await say(page, 'hi');
  await page.user.click(await bubble(greeting));
  const inspector = region('Inspector');
  expect((await inspector.findByRole('region', { name: 'Verdict' })).textContent).toMatch(/^Trusted:/);
  expect(inspector.getByRole('region', { name: 'Checks' }).textContent).toContain('Signature');
  expect(inspector.getByRole('table', { name: 'Payload of the token' }).textContent).toContain(
    'The client id of the app',
  );
  const lit = screen.getAllByRole('article').filter((each) => each.getAttribute('aria-current') === 'true');
  expect(lit).toHaveLength(2);
  expect(screen.getByRole('option').getAttribute('aria-selected')).toBe('true');
});

test('a refused token shows the cause and the fix, in the inspector and under the bubble', async () => {
  const page = await open();
  const [, wrongSecret] = await foreignRequests(page.world.tokens);
  if (!wrongSecret) throw new Error('The fixture lost its request.');
  await page.world.outbound.send(wrongSecret, () => undefined);
  await page.user.click(await screen.findByRole('option', { name: /401, refused, inbound/ }));
  const verdict = await region('Inspector').findByRole('region', { name: 'Verdict' });
  expect(verdict.textContent).toMatch(/Refused: the signature does not match.*Fix:/);
  expect((await bubble(/^User.*hi$/)).parentElement?.textContent).toContain('Answered 401');
});

test('the parts of the exchange are tabs: the request shows its header lines as they came, duplicates and all', async () => {
  const page = await open();
  const [good] = await foreignRequests(page.world.tokens);
  if (!good) throw new Error('The fixture lost its request.');
  await page.world.outbound.send(good, () => undefined);
  await page.user.click(await screen.findByRole('option', { name: /200, trusted/ }));
  await page.user.click(region('Inspector').getByRole('tab', { name: 'Request' }));
  const headers = await region('Inspector').findByRole('table', { name: 'Headers of the request' });
  expect(
    within(headers)
      .getAllByRole('cell', { name: /^x-twice$/i })
      .map((cell) => cell.textContent),
  ).toEqual(['X-Twice', 'x-twice']);
  await page.user.click(await region('Inspector').findByRole('button', { name: 'Source' }));
  expect(region('Inspector').getByRole('region', { name: 'Body of the request' }).textContent).toContain(
    '"n":12345678901234567890',
  );
  await page.user.click(region('Inspector').getByRole('tab', { name: 'Timing' }));
  expect(await region('Inspector').findByRole('table', { name: 'Phases' })).toBeTruthy();
});

test('a person answers by hand while the turn waits, and an empty line makes two messages', async () => {
  const page = await open();
  await page.user.click(await screen.findByRole('button', { name: /^Who answers/ }));
  await page.user.click(await screen.findByRole('menuitemradio', { name: 'I answer by hand' }));
  await say(page, 'anybody?');
  expect((await screen.findByRole('timer')).textContent).toMatch(/^1[45] s left to answer$/);
  await page.user.type(await composer(), 'First.{Shift>}{Enter}{Enter}{/Shift}Second.{Enter}');
  await bubble(/^Bot.*First\.$/);
  await bubble(/^Bot.*Second\.$/);
  await waitFor(() => expect(screen.queryByRole('timer')).toBeNull());
});

test('a port that is taken is said with a button that uses the next free one', async () => {
  const page = await open({ takenPort: 4700 });
  expect((await screen.findByRole('alert')).textContent).toContain('Port 4700 on 127.0.0.1 is already in use');
  await page.user.click(screen.getByRole('button', { name: 'Use port 4701' }));
  await screen.findByText('127.0.0.1:4701');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('what could not be sent at all stays on screen with the reason, until it is dismissed', async () => {
  const page = await open({ takenPort: 4700 });
  await say(page, 'hi');
  const unsent = await bubble(/^Not sent: hi$/);
  expect(unsent.parentElement?.textContent).toContain('Not sent. Hookbench is not listening');
  await page.user.click(within(unsent.parentElement ?? unsent).getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('article', { name: /^Not sent/ })).toBeNull();
});

test('what could not be sent is sent again when its cause is gone', async () => {
  const page = await open({ takenPort: 4700 });
  await say(page, 'hi');
  const unsent = await bubble(/^Not sent: hi$/);
  await page.user.click(screen.getByRole('button', { name: 'Use port 4701' }));
  await screen.findByText('127.0.0.1:4701');
  await page.user.click(within(unsent.parentElement ?? unsent).getByRole('button', { name: 'Send again' }));
  await bubble(greeting);
  expect(screen.queryByRole('article', { name: /^Not sent/ })).toBeNull();
});

test('a lost connection is said, and what was seen stays', async () => {
  const page = await open();
  await say(page, 'hi');
  await bubble(greeting);
  page.store.setState({ link: { state: 'lost' } });
  expect((await screen.findByRole('alert')).textContent).toContain('The connection to Hookbench is lost');
  await bubble(greeting);
});

test('a new user starts an empty conversation, and the old one is found in the menu', async () => {
  const page = await open();
  await say(page, 'hi');
  await bubble(greeting);
  await page.user.click(screen.getByRole('button', { name: 'New user' }));
  await waitFor(() => expect(screen.queryAllByRole('article')).toEqual([]));
  await page.user.click(await screen.findByRole('button', { name: /^Conversation with/ }));
  const [, old] = await screen.findAllByRole('menuitemradio');
  if (!old) throw new Error('There is no second conversation.');
  await page.user.click(old);
  await bubble(greeting);
});

test('the question mark lists the shortcuts, but writes itself in the message field', async () => {
  const page = await open();
  await page.user.type(await composer(), '?');
  expect(screen.queryByRole('dialog')).toBeNull();
  (await composer()).blur();
  await page.user.keyboard('?');
  expect((await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).textContent).toContain('New user');
});

test('the native menu does what the page can do by itself', async () => {
  const page = await open();
  await composer();
  page.choose('focus-composer');
  await waitFor(async () => expect(document.activeElement).toBe(await composer()));
  page.choose('show-settings');
  await screen.findByRole('dialog', { name: 'Settings' });
});

test('arrow keys go through the traffic list and show each exchange', async () => {
  const page = await open();
  for (const request of await foreignRequests(page.world.tokens))
    await page.world.outbound.send(request, () => undefined);
  const list = await screen.findByRole('listbox', { name: /^Exchanges/ });
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(5));
  list.focus();
  await page.user.keyboard('{ArrowDown}{ArrowDown}');
  const rows = screen.getAllByRole('option');
  expect(rows.map((row) => row.getAttribute('aria-selected'))).toEqual(['false', 'true', 'false', 'false', 'false']);
  expect(list.getAttribute('aria-activedescendant')).toBe(rows[1]?.id);
});

test('a row of another conversation brings that conversation on screen, and what was being written is kept', async () => {
  const page = await open();
  await say(page, 'hi');
  await bubble(greeting);
  await page.user.type(await composer(), 'half a sen');
  const [fromAnother] = await foreignRequests(page.world.tokens);
  if (!fromAnother) throw new Error('The fixture lost its request.');
  await page.world.outbound.send(fromAnother, () => undefined);
  const loopback = await screen.findByRole('option', { name: /loopback/ });
  await page.user.click(await screen.findByRole('option', { name: /inbound/ }));
  await screen.findByRole('button', { name: 'Conversation with u-7' });
  expect((await composer()).value).toBe('');
  await page.user.click(loopback);
  await waitFor(async () => expect((await composer()).value).toBe('half a sen'));
});

test('the search asks the store and lists only what it found', async () => {
  const page = await open();
  for (const request of await foreignRequests(page.world.tokens))
    await page.world.outbound.send(request, () => undefined);
  await page.user.type(await screen.findByRole('combobox', { name: 'Search traffic' }), 'webhook');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  await page.user.clear(screen.getByRole('combobox', { name: 'Search traffic' }));
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(5));
});

test('the settings of a channel never show a secret, and say what is wrong beside the field', async () => {
  const page = await open();
  await page.user.click(await screen.findByRole('button', { name: 'Edit Kore.ai demo' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Channels' }));
  expect(document.body.innerHTML).not.toContain('NOT-A-REAL-SECRET');
  await page.user.click(dialog.getByRole('button', { name: 'App' }));
  expect(dialog.getAllByText('Set')).not.toEqual([]);
  await page.user.clear(dialog.getByRole('textbox', { name: 'Bot id' }));
  await page.user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(dialog.getByRole('textbox', { name: 'Bot id' }).getAttribute('aria-invalid')).toBe('true'),
  );
  await page.user.type(dialog.getByRole('textbox', { name: 'Bot id' }), 'st-mine');
  expect(dialog.getByText(/Looks unusual/)).toBeTruthy();
  await page.user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(page.store.getState().session?.channels[0]?.settings['botId']).toBe('st-mine'));
  expect(dialog.getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(true);
});

test('the part of the exchange that was looked at is remembered for the next visit', async () => {
  const first = await open();
  await say(first, 'hi');
  await first.user.click(await bubble(greeting));
  await first.user.click(region('Inspector').getByRole('tab', { name: 'Timing' }));
  first.close();
  const second = await open();
  await composer();
  expect(second.store.getState().view.remembered.tab).toBe('timing');
});

test('a picture elsewhere is named and never fetched, one inside the message is drawn', async () => {
  const page = await open();
  await say(page, 'hi');
  await bubble(greeting);
  const conversationId = page.store.getState().session?.conversations[0]?.id ?? '';
  const media = (id: string, url: string) =>
    ({
      id,
      channelId: 'c',
      conversationId,
      exchangeId: 1,
      at: 1,
      author: 'bot',
      content: { kind: 'media', media: 'image', url },
    }) as const;
  changeView(page.store, {
    olderMessages: {
      [conversationId]: {
        messages: [media('a', 'https://cdn.example/cat.png'), media('b', 'data:image/png;base64,iVBORw0KGgo=')],
        hasMore: false,
      },
    },
  });
  await screen.findByText('Image not fetched');
  expect(screen.getAllByRole('img').map((each) => each.getAttribute('src'))).toEqual([
    'data:image/png;base64,iVBORw0KGgo=',
  ]);
});

test('a text that is too long is cut, and shown whole when it is asked for', async () => {
  const page = await open();
  await say(page, 'hi');
  await bubble(greeting);
  page.store.setState(({ session }) => ({
    session: session && {
      ...session,
      messages: session.messages.map((each) =>
        each.author === 'user' ? { ...each, content: { kind: 'text', text: `${'long '.repeat(1000)}end` } } : each,
      ),
    },
  }));
  const shown = await bubble(/^User.*long long/);
  expect(shown.textContent).not.toContain('end');
  await page.user.click(within(shown).getByRole('button', { name: 'Show all 5,003 characters' }));
  expect(shown.textContent).toContain('long end');
});

test('an old conversation whose messages did not come with the session is read from the store', async () => {
  const page = await open();
  await say(page, 'hi');
  await bubble(greeting);
  const { session } = page.store.getState();
  const foreign = Array.from({ length: 1000 }, (_, index) =>
    messageOf(String(index), index, { conversationId: 'other' }),
  );
  page.store.setState({ session: session && { ...session, messages: foreign } });
  await waitFor(() => expect(page.called).toContain('listMessages'));
  await bubble(greeting);
});
