import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage, type OpenedPage } from './open-page.tsx';

const open = async (): Promise<OpenedPage> => {
  const opened = await openPage();
  await screen.findByRole('textbox', { name: 'Message' });
  return opened;
};
/** A key in this moment: no timer comes between it and the next one, as none does on a page that is busy. */
const press = (key: string, more: { readonly ctrlKey?: boolean; readonly altKey?: boolean } = {}): void =>
  void fireEvent.keyDown(document.activeElement ?? document.body, { key, code: key, ...more });
const say = async ({ user }: OpenedPage): Promise<HTMLElement> => {
  await user.type(screen.getByRole('textbox', { name: 'Message' }), 'hi{Enter}');
  await screen.findByRole('article', { name: /What can I do for you/ });
  return screen.findByRole('option', { name: /200/ });
};

test('behind Escape from a menu of the editor the next key sends the request at once', async () => {
  const { user, store } = await open();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: 'Search, or run a command' }), 'new request{Enter}');
  const editor = within(await screen.findByRole('dialog', { name: 'New request' }));
  await user.click(editor.getByRole('switch', { name: 'Variables' }));
  for (const name of ['Insert a variable', 'Send it to another server']) {
    const sends = () => Object.values(store.getState().view.requests)[0]?.sends.length ?? 0;
    const before = sends();
    await user.click(editor.getByRole('button', { name }));
    await screen.findByRole('menu');
    press('Escape');
    expect(document.activeElement).toBe(editor.getByRole('button', { name }));
    press('Enter', { ctrlKey: true });
    await waitFor(() => expect(sends()).toBe(before + 1));
  }
});

test('behind Escape from the menu of a row the row has the keys at once', async () => {
  const page = await open();
  await page.user.click(await say(page));
  const list = document.activeElement;
  await page.user.keyboard('{Shift>}{F10}{/Shift}');
  await screen.findByRole('menu');
  press('Escape');
  expect(document.activeElement).toBe(list);
});

test('what is closed gives the focus back before the next key: a sheet, the palette', async () => {
  const { user } = await open();
  const message = screen.getByRole('textbox', { name: 'Message' });
  await user.click(message);
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox', { name: 'Search, or run a command' });
  press('Escape');
  expect(document.activeElement).toBe(message);
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: 'Search, or run a command' }), 'new request');
  press('Enter');
  await screen.findByRole('dialog', { name: 'New request' });
  press('Escape');
  expect(document.activeElement).toBe(message);
});
