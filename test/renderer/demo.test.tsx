import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pauseBefore } from '#renderer/store/demo/pace.ts';
import { utteranceOf } from '#renderer/store/demo/utterance-of.ts';
import { fault } from '#shared/contract/fault.ts';
import { messageOf } from './examples.ts';
import { createHandClock } from './hand-clock.ts';
import { openPage, type OpenedPage } from './open-page.tsx';

const clock = createHandClock();

/** A page on which somebody said "hi" and "cards" and was answered, and the demonstration of it. */
const openDemo = async (): Promise<OpenedPage> => {
  const opened = await openPage({ clock });
  for (const text of ['hi', 'cards']) {
    await opened.user.type(await screen.findByRole('textbox', { name: 'Message' }), `${text}{Enter}`);
    await screen.findByRole('article', { name: new RegExp(`User.*${text}$`) });
  }
  await screen.findByRole('article', { name: /Demo bot.*Harbour/ });
  await opened.user.keyboard('{Alt>}d{/Alt}');
  await screen.findByRole('dialog', { name: 'Demo mode' });
  await screen.findByText('5 messages');
  return opened;
};

afterEach(() => {
  clock.clear();
});

const start = ({ user }: OpenedPage) => user.click(screen.getByRole('button', { name: 'Start' }));
const stage = () => within(screen.getByRole('log', { name: 'What is said' }));
const said = () =>
  stage()
    .queryAllByRole('article')
    .map((each) => each.getAttribute('aria-label')?.slice(0, 24));
const source = (page: OpenedPage) => page.store.getState().view.demo?.source;

test('what was recorded appears message by message, and the bot is seen typing first', async () => {
  const page = await openDemo();
  await start(page);
  expect(said()).toEqual([]);
  await clock.pass();
  expect(said()).toEqual(['User: hi']);
  stage().getByText('Demo bot (Larkspur Bank) is typing');
  await clock.pass();
  expect(said()).toEqual(['User: hi', 'Demo bot (Larkspur Bank)']);
  for (let step = 0; step < 3; step += 1) await clock.pass();
  expect(said()).toHaveLength(5);
  screen.getByText('5 of 5');
  expect(page.called.filter((each) => each === 'say')).toHaveLength(2);
});

test('a presenter pauses, steps and takes back with single keys, and Escape brings the page back as it was', async () => {
  const page = await openDemo();
  await start(page);
  screen.getByRole('dialog').focus();
  await page.user.keyboard(' ');
  await clock.pass();
  expect(said()).toEqual([]);
  await page.user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(said()).toEqual(['User: hi', 'Demo bot (Larkspur Bank)', 'User: cards']);
  await page.user.keyboard('{ArrowLeft}');
  expect(said()).toHaveLength(2);
  await page.user.keyboard('{ArrowUp}');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Speed' }).value).toBe('1.5');
  await page.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getAllByRole('article')).toHaveLength(5);
});

test('notes are seen on a key only, and are there the next time', async () => {
  const page = await openDemo();
  await start(page);
  expect(screen.queryByRole('textbox', { name: 'Notes' })).toBeNull();
  screen.getByRole('dialog').focus();
  await page.user.keyboard('n');
  await page.user.type(screen.getByRole('textbox', { name: 'Notes' }), 'Say hello first.');
  await page.user.keyboard('{Escape}n');
  expect(screen.queryByRole('textbox', { name: 'Notes' })).toBeNull();
  await waitFor(() => expect(page.store.getState().session?.shelf.notes[0]?.text).toBe('Say hello first.'));
  await page.user.keyboard('n');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Notes' }).value).toBe('Say hello first.');
});

test('the wire of what was said last is shown on a key, without its token', async () => {
  const page = await openDemo();
  await start(page);
  await clock.pass();
  screen.getByRole('dialog').focus();
  await page.user.keyboard('w');
  const wire = within(screen.getByRole('region', { name: 'On the wire' }));
  await wire.findByText(/the signature matches/);
  wire.getByText('200');
  expect(wire.getByLabelText('Request', { selector: 'pre' }).textContent).toContain('"hi"');
  expect(document.body.querySelector('[role=dialog]')?.textContent).not.toMatch(/\bey[\w-]{10,}/);
  wire.getByText(/^bearer ••••••$/i);
});

test('live, what the user says is really sent, and what comes is shown; the conversation behind it stays as it was', async () => {
  const page = await openDemo();
  await page.user.click(screen.getByRole('switch', { name: 'Live first' }));
  await start(page);
  const before = page.called.filter((each) => each === 'say').length;
  await clock.pass();
  await waitFor(() => expect(said()).toHaveLength(2));
  await clock.pass();
  await waitFor(() => expect(said()).toHaveLength(5));
  expect(page.called.filter((each) => each === 'say')).toHaveLength(before + 2);
  expect(source(page)).toBe('live');
  expect(page.store.getState().session?.conversations).toHaveLength(2);
  await page.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getAllByRole('article')).toHaveLength(5);
});

test('when the target is gone the recording goes on, and the corner says so', async () => {
  const page = await openDemo();
  await page.user.click(screen.getByRole('switch', { name: 'Live first' }));
  await start(page);
  page.refuse('say', fault('wire.lost'));
  await clock.pass();
  await waitFor(() => expect(source(page)).toBe('recording'));
  screen.getByText('recording');
  for (let step = 0; step < 4; step += 1) await clock.pass();
  expect(said()).toHaveLength(5);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('when no answer comes in time the recording goes on as well', async () => {
  const page = await openDemo();
  await page.harness.changeChannel({
    channelId: page.store.getState().session?.channels[0]?.id ?? '',
    botId: 'by-hand',
  });
  await page.user.click(screen.getByRole('switch', { name: 'Live first' }));
  await start(page);
  await clock.pass();
  expect(source(page)).toBe('live');
  await clock.pass();
  await waitFor(() => expect(source(page)).toBe('recording'));
  for (let step = 0; step < 4; step += 1) await clock.pass();
  expect(said()).toHaveLength(5);
});

test('pauses are as they were, within what an audience bears', () => {
  const at = (ms: number, author: 'user' | 'bot' = 'bot') => messageOf('m', ms, { author });
  expect(pauseBefore(at(1000), at(0, 'user'), 1)).toBe(1000);
  expect(pauseBefore(at(60_000), at(0, 'user'), 1)).toBe(2500);
  expect(pauseBefore(at(1), at(0, 'user'), 1)).toBe(600);
  expect(pauseBefore(at(60_000), at(0), 2)).toBe(750);
});

test('what the bot offered under the same words is pressed, everything else is typed', () => {
  const offer = messageOf('a', 1, {
    author: 'bot',
    content: { kind: 'quick-replies', text: 'What?', replies: [{ title: 'Balance', payload: 'show_balance' }] },
  });
  const says = (text: string) => messageOf('b', 2, { author: 'user', content: { kind: 'text', text } });
  expect(utteranceOf(says('Balance'), [offer], [])).toEqual({
    kind: 'press',
    title: 'Balance',
    payload: 'show_balance',
  });
  expect(utteranceOf(says('hello'), [offer], [])).toEqual({ kind: 'text', text: 'hello' });
  expect(utteranceOf(says('Balance'), [offer, says('x')], [])).toEqual({ kind: 'text', text: 'Balance' });
});
