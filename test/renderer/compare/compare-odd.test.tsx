import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../open-page.tsx';
import { openCompared, type Arriving } from './open-compared.ts';

const open = async (one: Arriving, other: Arriving) => {
  const opened = await openPage();
  const { sheet } = await openCompared(opened, one, other);
  await sheet.findByRole('button', { name: 'Bytes' });
  return { sheet, user: opened.user };
};
type Sheet = Awaited<ReturnType<typeof open>>['sheet'];
const changes = (sheet: Sheet) =>
  within(sheet.getByRole('list', { name: 'What differs in the JSON' })).getAllByRole('listitem');

test('of a long text it is shown where it differs, not how it begins', async () => {
  const text = (word: string): string =>
    JSON.stringify({ text: `${'so it goes '.repeat(80)}${word} ${'and on '.repeat(50)}` });
  const { sheet, user } = await open({ body: text('tea') }, { body: text('cup') });
  const [change] = changes(sheet);
  expect(Array.from(change?.querySelectorAll('del, ins') ?? [], (each) => each.textContent)).toEqual(['tea', 'cup']);
  expect(change?.textContent).toMatch(/… \d+ characters …/);
  await user.click(within(change!).getAllByRole('button', { name: /^Show all [\d,]+ characters$/ })[0]!);
  expect(within(change!).getAllByText(/(?:so it goes ){80}/).length).toBeGreaterThan(0);
});

test('of texts that are too long to be compared the beginning is shown, and all of it where that is asked for', async () => {
  const { sheet, user } = await open(
    { body: JSON.stringify({ text: 'a'.repeat(3000) }) },
    { body: JSON.stringify({ text: 'b'.repeat(3000) }) },
  );
  const [change] = changes(sheet);
  expect(change?.querySelector('del')?.textContent).toHaveLength(600);
  await user.click(within(change!).getAllByRole('button', { name: /^Show all/ })[0]!);
  expect(change?.querySelector('del')?.textContent).toHaveLength(3002);
  expect(change?.querySelector('ins')?.textContent).toHaveLength(600);
});

test('a body that is no valid JSON says on which side', async () => {
  const { sheet } = await open({ body: '{"a":1,"b":' }, { body: '{"a":2}' });
  sheet.getByText('Before: no valid JSON: compared as far as it can be read.');
  expect(sheet.queryByText(/^After: no valid JSON/)).toBeNull();
});

test('a body against none is told as added, without complaints', async () => {
  const { sheet } = await open({ body: '' }, { body: '{"a":1}' });
  expect(changes(sheet).map((each) => each.textContent)).toEqual([expect.stringMatching(/^addedthe whole body/)]);
  expect(sheet.queryByText(/no valid JSON/)).toBeNull();
});

test('what differs only in what is left out says so as text too', async () => {
  const at = (time: string): string => `It is ${time}.`;
  // It is said to be JSON, and is a sentence.
  const { sheet, user } = await open({ body: at('2026-01-31T12:00:00Z') }, { body: at('2026-02-01T08:30:00Z') });
  expect(sheet.queryByRole('button', { name: 'JSON' })).toBeNull();
  await sheet.findByRole('table', { name: 'The texts line by line' });
  await user.click(sheet.getByRole('button', { name: /^Times/ }));
  await sheet.findByText('Nothing differs but what is left out.');
});

test('JSON that differs in white space only is the same text once it is laid out', async () => {
  const { sheet, user } = await open({ body: '{"a":1,"b":[2]}' }, { body: '{ "a": 1, "b": [2] }' });
  await user.click(sheet.getByRole('button', { name: 'Text' }));
  await sheet.findByText('Laid out, it is the same text: only white space differs.');
});

test('who wants to choose another one, and then not, goes back to the comparison', async () => {
  const { sheet, user } = await open({ body: '{"a":1}' }, { body: '{"a":2}' });
  const another = () => sheet.getAllByRole('button', { name: 'Choose another one' })[1]!;
  await user.click(another());
  await sheet.findByRole('combobox', { name: 'Compare it with' });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(changes(sheet)).toHaveLength(1));
  await user.click(another());
  await user.click(sheet.getByRole('button', { name: 'Back to the comparison' }));
  await waitFor(() => expect(changes(sheet)).toHaveLength(1));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
