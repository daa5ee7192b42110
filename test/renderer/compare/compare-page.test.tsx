import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage, type OpenedPage } from '../open-page.tsx';

const post = (world: OpenedPage['world'], target: string, body: string) =>
  world.outbound.send(
    {
      method: 'POST',
      origin: 'http://127.0.0.1:4700',
      target,
      headers: [['Content-Type', 'application/json']],
      body: new TextEncoder().encode(body),
      timeLimit: 5,
    },
    () => undefined,
  );

const order = (id: string, items: readonly string[]): string =>
  JSON.stringify({ id, items: items.map((name) => ({ id: name, title: `A ${name} for one person` })) });

/** Two orders arrive at a path that is nobody's: they are captured all the same. */
const openWithOrders = async (): Promise<OpenedPage> => {
  const opened = await openPage();
  await screen.findByRole('textbox', { name: 'Message' });
  const { world, store } = opened;
  await post(world, '/orders', order('0b7f0d6e-1d0a-4f0e-9b59-0c9b8f1d2a33', ['tea', 'cup', 'pot']));
  await post(world, '/orders', order('9a1c2f4e-77aa-4c1b-8a55-1f0e6d5c4b3a', ['pot', 'tea', 'cup']));
  await waitFor(() =>
    expect(store.getState().session?.exchanges.filter(({ outcome }) => outcome.state === 'answered')).toHaveLength(2),
  );
  return opened;
};

const sheet = async () => within(await screen.findByRole('dialog', { name: 'Compare' }));
const exchange = (exchangeId: number) => ({ exchangeId, messageId: null });
const changes = (dialog: ReturnType<typeof within>) =>
  within(dialog.getByRole('list', { name: 'What differs in the JSON' })).getAllByRole('listitem');

test('an exchange is compared with one that is chosen, place by place; ids are left out and counted', async () => {
  const { user, store } = await openWithOrders();
  const [first, second] = store.getState().session?.exchanges.map(({ id }) => id) ?? [];
  await user.click(
    await screen
      .findByRole('option', { name: new RegExp(`orders`), selected: false })
      .catch(() => screen.getAllByRole('option')[0]!),
  );
  await user.keyboard('{Alt>}c{/Alt}');
  const dialog = await sheet();
  await user.type(await dialog.findByRole('combobox', { name: 'Compare it with' }), `#${String(first)}`);
  await user.keyboard('{Enter}');
  await dialog.findByRole('region', { name: 'Body' });
  await waitFor(() => expect(changes(dialog)).toHaveLength(2));
  expect(second).toBeGreaterThan(first ?? 0);
  expect(changes(dialog).map((each) => each.textContent)).toEqual([
    expect.stringMatching(/^changed\/id/),
    expect.stringMatching(/^moved\/items\/.*from \/items\//),
  ]);
  await user.click(dialog.getByRole('button', { name: /^Ids/ }));
  await waitFor(() => expect(changes(dialog)).toHaveLength(1));
  dialog.getByText('1 difference left out');
  expect(store.getState().view.remembered.ignoring.ids).toBe(true);
});

test('a place is left out from where it differs, and compared again from the bar; the rule is kept', async () => {
  const { user, store } = await openWithOrders();
  const [first, second] = store.getState().session?.exchanges.map(({ id }) => id) ?? [];
  store.setState(({ view }) => ({
    view: { ...view, dialog: { kind: 'compare', one: exchange(first ?? 0), other: exchange(second ?? 0) } },
  }));
  const dialog = await sheet();
  await user.click(await dialog.findByRole('button', { name: 'Leave out /id' }));
  await waitFor(() => expect(changes(dialog)).toHaveLength(1));
  expect(JSON.parse(localStorage.getItem('hookbench.view') ?? '{}')).toMatchObject({ ignoring: { pointers: ['/id'] } });
  await user.click(dialog.getByRole('button', { name: 'Compare /id again' }));
  await waitFor(() => expect(changes(dialog)).toHaveLength(2));
  await user.click(dialog.getByRole('button', { name: 'Place or header…' }));
  await user.type(dialog.getByRole('textbox', { name: 'A place or a header to leave out' }), 'two words{Enter}');
  await dialog.findByText(/A place begins with a slash/);
  await user.clear(dialog.getByRole('textbox', { name: 'A place or a header to leave out' }));
  await user.type(dialog.getByRole('textbox', { name: 'A place or a header to leave out' }), '/items/**{Enter}');
  await waitFor(() => expect(changes(dialog)).toHaveLength(1));
});

test('differences are gone through with the keys, and the sides are swapped', async () => {
  const { user, store } = await openWithOrders();
  const [first, second] = store.getState().session?.exchanges.map(({ id }) => id) ?? [];
  store.setState(({ view }) => ({
    view: { ...view, dialog: { kind: 'compare', one: exchange(first ?? 0), other: exchange(second ?? 0) } },
  }));
  const dialog = await sheet();
  await waitFor(() => expect(changes(dialog)).toHaveLength(2));
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(document.activeElement?.textContent).toMatch(/^changed\/id/);
  dialog.getByText('1 of 2');
  await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
  expect(document.activeElement?.textContent).toMatch(/^changed\/id/);
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(document.activeElement?.textContent).toMatch(/^moved/);
  await user.click(dialog.getByRole('button', { name: 'Swap the sides' }));
  await waitFor(() =>
    expect(within(dialog.getByRole('region', { name: 'Before' })).getByText(`#${String(second)}`)).toBeTruthy(),
  );
});

test('what is the same is said plainly, and a side that is not kept says so', async () => {
  const { store } = await openWithOrders();
  const [first] = store.getState().session?.exchanges.map(({ id }) => id) ?? [];
  const show = (other: number) =>
    store.setState(({ view }) => ({
      view: { ...view, dialog: { kind: 'compare', one: exchange(first ?? 0), other: exchange(other) } },
    }));
  show(first ?? 0);
  const dialog = await sheet();
  await dialog.findByText(/The bodies are the same, byte for byte/);
  dialog.getByText('Nothing differs here.');
  show(4711);
  await dialog.findByRole('alert');
});

test('two messages are compared by what they say', async () => {
  const opened = await openPage();
  const { user, store } = opened;
  await user.type(await screen.findByRole('textbox', { name: 'Message' }), 'hi{Enter}');
  await screen.findByRole('article', { name: /What can I do for you/ });
  const [one, other] = store.getState().session?.messages ?? [];
  if (!one || !other) throw new Error('The bot said nothing.');
  const compared = ({ exchangeId, id }: typeof one) => ({ exchangeId, messageId: id });
  store.setState(({ view }) => ({
    view: { ...view, dialog: { kind: 'compare', one: compared(one), other: compared(other) } },
  }));
  const dialog = await sheet();
  await dialog.findByRole('tab', { name: /^Message/, selected: true });
  await waitFor(() => expect(changes(dialog).some((each) => each.textContent?.includes('/kind'))).toBe(true));
});
