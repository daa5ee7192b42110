import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fault } from '#shared/contract/fault.ts';
import { foreignRequests } from '../foreign-requests.ts';
import { openPage, type OpenedPage } from '../open-page.tsx';

/** A request of a foreign app that was signed with another secret, and refused. */
const openRefused = async (): Promise<OpenedPage> => {
  const opened = await openPage();
  await screen.findByRole('textbox', { name: 'Message' });
  const [, wrongSecret] = await foreignRequests(opened.world.tokens);
  if (!wrongSecret) throw new Error('The fixture lost its request.');
  await opened.world.outbound.send(wrongSecret, () => undefined);
  await opened.user.click(await screen.findByRole('option', { name: /401/ }));
  return opened;
};

const editor = async () =>
  within(await screen.findByRole('dialog', { name: /^(?:Edit and resend|New request|Saved request)/ }));
const editRefused = async () => {
  const page = await openRefused();
  await page.user.keyboard('{Alt>}r{/Alt}');
  return { page, dialog: await editor() };
};
const exchanges = ({ store }: OpenedPage) => store.getState().session?.exchanges ?? [];
const written = ({ store }: OpenedPage) => Object.values(store.getState().view.requests)[0]?.draft;

test('a refused request is edited, signed anew, sent, and stands beside what it was made of', async () => {
  const { page, dialog } = await editRefused();
  dialog.getByText(/in the header Authorization goes out as it is here/);
  await page.user.selectOptions(dialog.getByLabelText('Credential'), 'Made anew');
  dialog.getByText(/The token in the header Authorization is replaced by a new one of Kore.ai demo/);
  await page.user.click(dialog.getByRole('button', { name: 'Send' }));
  const result = within(dialog.getByRole('region', { name: 'What came back' }));
  await result.findByText('It is accepted now: look at what differs.');
  result.getByRole('combobox', { name: 'Beside' });
  await result.findByText('200', { selector: 'span' });
  await result.findByRole('button', { name: /^#\d+: 200, trusted$/ });
  expect(exchanges(page).at(-1)).toMatchObject({ replayOf: 1, verdict: 'trusted' });
});

test('nothing is signed that nobody asked to sign', async () => {
  const { page, dialog } = await editRefused();
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  const result = within(dialog.getByRole('region', { name: 'What came back' }));
  await result.findByRole('button', { name: /^#\d+: 401, refused$/ });
});

test('what would be refused stands beside its field; what is only empty is told when it is sent', async () => {
  const { page, dialog } = await editRefused();
  const url = dialog.getByRole('textbox', { name: 'Address' });
  await page.user.clear(url);
  expect(dialog.queryByText(/Must not be empty/)).toBeNull();
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  await dialog.findByText('Must not be empty.');
  expect(document.activeElement).toBe(url);
  await page.user.type(url, 'ftp://x');
  await dialog.findByText(/Must begin with http/);
  expect(url.getAttribute('aria-invalid')).toBe('true');
  await page.user.type(dialog.getByRole('combobox', { name: 'Name of header 1' }), ' x');
  await dialog.findByText(/Must be a header name/);
});

test('header lines are added, removed, put in another order, and pasted many at once', async () => {
  const { page, dialog } = await editRefused();
  const names = () => written(page)?.headers.map(({ name }) => name) ?? [];
  const before = names();
  await page.user.click(dialog.getByRole('button', { name: 'Add a header' }));
  await page.user.keyboard('x-a{Tab}1{Enter}x-a{Tab}2');
  expect(names()).toEqual([...before, 'x-a', 'x-a']);
  await page.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(
    written(page)
      ?.headers.slice(-2)
      .map(({ value }) => value),
  ).toEqual(['2', '1']);
  await page.user.click(dialog.getAllByRole('button', { name: 'Remove the header x-a' })[0]!);
  await page.user.click(dialog.getByRole('button', { name: 'Add a header' }));
  await page.user.paste('X-One: 1\nX-Two:  two words \nnot a header');
  expect(names()).toEqual([...before, 'x-a', 'X-One', 'X-Two']);
});

test('variables are listed where they are used, and one that there is not is told', async () => {
  const { page, dialog } = await editRefused();
  await page.user.click(dialog.getByRole('switch', { name: 'Variables' }));
  await page.user.click(dialog.getByRole('textbox', { name: 'Value of header 1' }));
  await page.user.paste('{{uuid}} {{nope}}');
  await dialog.findByText('{{nope}} is not known');
  dialog.getByText('{{uuid}}', { selector: 'li' });
  expect(dialog.getByRole('textbox', { name: 'Value of header 1' }).getAttribute('aria-invalid')).toBe('true');
});

test('what is written outlives the sheet, is marked, and can be taken back', async () => {
  const { page, dialog } = await editRefused();
  const method = dialog.getByRole('combobox', { name: 'Method' });
  await page.user.clear(method);
  await page.user.type(method, 'PUT');
  dialog.getByText('changed');
  await page.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await page.user.keyboard('{Alt>}r{/Alt}');
  const again = await editor();
  expect(again.getByRole<HTMLInputElement>('combobox', { name: 'Method' }).value).toBe('PUT');
  await page.user.click(again.getByRole('button', { name: 'Back to how it was opened' }));
  expect(again.getByRole<HTMLInputElement>('combobox', { name: 'Method' }).value).toBe('POST');
  expect(again.queryByText('changed')).toBeNull();
});

test('a request is sent elsewhere with one choice, its path as it is', async () => {
  const { page, dialog } = await editRefused();
  const url = dialog.getByRole<HTMLInputElement>('textbox', { name: 'Address' });
  const { pathname } = new URL(url.value);
  await page.user.clear(url);
  await page.user.click(url);
  await page.user.paste(`http://bot.example:81${pathname}?a=1`);
  await page.user.click(dialog.getByRole('button', { name: 'Send it to another server' }));
  await page.user.click(await screen.findByRole('menuitem', { name: /this bench/ }));
  expect(url.value).toBe(`http://127.0.0.1:4700${pathname}?a=1`);
});

test('a curl command opens in the editor, and a token does not', async () => {
  const opened = await openPage();
  const { user } = opened;
  await screen.findByRole('textbox', { name: 'Message' });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: 'Search, or run a command' }), 'paste a request{Enter}');
  const paste = within(await screen.findByRole('dialog', { name: 'Paste a request' }));
  const field = paste.getByRole('textbox', { name: /^A curl command/ });
  await user.click(field);
  await user.paste('eyJhbGciOiJIUzI1NiJ9.e30.x');
  await user.click(paste.getByRole('button', { name: 'Open in the editor' }));
  await paste.findByText(/This is a token and no request/);
  await user.clear(field);
  await user.paste(`curl -X PUT 'http://bot.example/hook?a=1' -H 'X-A: b' -d '{"hi":1.0}'`);
  await user.click(paste.getByRole('button', { name: 'Open in the editor' }));
  const dialog = await editor();
  expect(dialog.getByRole<HTMLInputElement>('textbox', { name: 'Address' }).value).toBe('http://bot.example/hook?a=1');
  expect(written(opened)).toMatchObject({ method: 'PUT', body: { form: 'form', text: '{"hi":1.0}' }, channelId: null });
});

test('a credential in the address is dotted until somebody wants to see it, and goes out as it is', async () => {
  const { page, dialog } = await editRefused();
  const url = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Address' });
  await page.user.clear(url);
  await page.user.click(url);
  await page.user.paste('http://127.0.0.1:4700/hook?token=abc-123&b=1');
  dialog.getByText('http://127.0.0.1:4700/hook?token=•••••••&b=1');
  expect(url.value).toBe('http://127.0.0.1:4700/hook?token=abc-123&b=1');
  await page.user.click(dialog.getByRole('button', { name: 'Show Address' }));
  expect(dialog.queryByText(/•/)).toBeNull();
  await page.user.click(dialog.getByRole('button', { name: 'Hide Address' }));
  await page.user.click(dialog.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(exchanges(page).length).toBeGreaterThan(1));
  const { target } = await page.harness.readExchange({ id: exchanges(page).at(-1)?.id ?? 0 });
  expect(target).toBe('/hook?token=abc-123&b=1');
});

test('hex that is none is neither sent nor saved as an empty body', async () => {
  const { page, dialog } = await editRefused();
  await page.user.click(dialog.getByRole('button', { name: 'Hex' }));
  const [place = ''] = Object.keys(page.store.getState().view.requests);
  page.store.setState(({ view }) => {
    const writing = view.requests[place];
    if (!writing) return {};
    const draft = { ...writing.draft, body: { form: 'hex', text: 'zz' } } as const;
    return { view: { ...view, requests: { [place]: { ...writing, draft } } } };
  });
  const before = page.called.length;
  await page.user.click(dialog.getByRole('button', { name: 'Send' }));
  await dialog.findByText('Must be hex: two digits for each byte.');
  await dialog.findByText('It was not sent: correct what is marked.');
  await page.user.keyboard('{Control>}s{/Control}');
  expect(screen.queryByRole('dialog', { name: 'Save this request' })).toBeNull();
  expect(page.called.slice(before)).toEqual([]);
});

test('what the harness refuses is told where it was to be sent', async () => {
  const { page, dialog } = await editRefused();
  page.refuse('sendRequest', fault('listening.off'));
  await page.user.click(dialog.getByRole('button', { name: 'Send' }));
  expect((await dialog.findByRole('alert')).textContent).toMatch(/listen/i);
});

test('a burst is counted, its answers are told, and its rows can be found', async () => {
  const { page, dialog } = await editRefused();
  await page.user.click(dialog.getByRole('button', { name: 'Send it many times' }));
  const count = dialog.getByRole('textbox', { name: 'How many' });
  await page.user.clear(count);
  await page.user.type(count, '0');
  await dialog.findByText('Must be from 1 to 10000.');
  await page.user.clear(count);
  await page.user.type(count, '5{Enter}');
  const result = within(await dialog.findByRole('region', { name: 'What became of all of them' }));
  await result.findByText('5 of 5 are over');
  await result.findByText('Done');
  expect(within(result.getByRole('table', { name: 'Outcomes' })).getByRole('row', { name: '401 5' })).toBeTruthy();
  await page.user.click(await result.findByRole('button', { name: 'Show them in the traffic' }));
  expect(page.store.getState().view.search).toMatch(/^id:\d+\.\.\d+$/);
});

test('of a bundle that is shown nothing is edited and sent, and the menu says why', async () => {
  const page = await openRefused();
  const bundle = { name: 'case.hookbench', madeBy: 'Hookbench 0.1.0', madeAt: '2026-11-01T00:00:00Z' };
  page.store.setState(({ session }) => ({ session: session && { ...session, openedBundle: bundle } }));
  await page.user.keyboard('{Alt>}r{/Alt}');
  expect(page.store.getState().view.dialog).toBeNull();
  await page.user.keyboard('{Shift>}{F10}{/Shift}');
  const item = await screen.findByRole('menuitem', { name: /^Edit and resend/ });
  expect(item.getAttribute('aria-disabled')).toBe('true');
  expect(item.title).toContain('A bundle is shown');
});
