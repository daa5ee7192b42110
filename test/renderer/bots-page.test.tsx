import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { openPage, type OpenedPage } from './open-page.tsx';

vi.setConfig({ testTimeout: 20_000 });

const botsOf = ({ store }: Pick<OpenedPage, 'store'>) => store.getState().session?.shelf.bots ?? [];
const firstChannel = ({ store }: Pick<OpenedPage, 'store'>) => store.getState().session!.channels[0]!;

/** The screen of the bots, from the conversation. */
const openBots = async () => {
  const opened = await openPage();
  await opened.user.click(await screen.findByRole('button', { name: /^Who answers/ }));
  await opened.user.click(await screen.findByRole('menuitem', { name: 'Bots and their rules…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Bots' }));
  return { ...opened, dialog, list: () => within(dialog.getByRole('region', { name: 'Rules' })) };
};

const openNew = async () => {
  const page = await openBots();
  await page.user.click(page.dialog.getByRole('button', { name: 'New bot' }));
  await page.dialog.findByRole('textbox', { name: 'Name of the bot' });
  return page;
};

test('a bot that is built in is read and tried, and duplicated to be changed', async () => {
  const page = await openBots();
  const { user, dialog, list } = page;
  expect(dialog.getByRole<HTMLSelectElement>('combobox', { name: 'Bot' }).value).toBe('demo-bot');
  expect(dialog.getByRole('group', { name: 'Welcome' }).hasAttribute('disabled')).toBe(true);
  expect(dialog.queryByRole('button', { name: 'Save bot' })).toBeNull();
  dialog.getByText(/^the text is “hi”, “hello”, .*“hola”$/);
  await user.type(dialog.getByRole('textbox', { name: 'Try it' }), 'hello');
  list().getByRole('button', { name: /^Welcome.*would answer/ });
  dialog.getByText('Welcome would answer.');
  await user.clear(dialog.getByRole('textbox', { name: 'Try it' }));
  await user.type(dialog.getByRole('textbox', { name: 'Try it' }), 'account{Enter}');
  dialog.getByRole('group', { name: 'Which account' });
  await user.click(dialog.getByRole('button', { name: 'Duplicate to edit' }));
  await waitFor(() => expect(botsOf(page).map(({ name }) => name)).toEqual(['Demo bot (Larkspur Bank) copy']));
  await dialog.findByRole('button', { name: 'Save bot' });
});

test('of many conditions the first ones are shown, and the focus goes to the next one when all are', async () => {
  const { user, dialog, list } = await openBots();
  await user.click(dialog.getByRole('button', { name: 'Duplicate to edit' }));
  await dialog.findByRole('button', { name: 'Save bot' });
  await user.click(list().getByRole('button', { name: /^Welcome/ }));
  const amount = () => dialog.getAllByRole('combobox', { name: /^Condition \d+$/ }).length;
  expect(amount()).toBe(8);
  await user.click(dialog.getByRole('button', { name: '8 more' }));
  expect(amount()).toBe(16);
  expect(document.activeElement).toBe(dialog.getByRole('combobox', { name: 'Condition 9' }));
});

test('a rule is written, seen as a bubble and on the wire, saved, put on a channel, and counts its answers', async () => {
  const page = await openNew();
  const { user, dialog } = page;
  await user.click(dialog.getByRole('button', { name: 'Add a rule' }));
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Weather');
  await user.type(dialog.getByRole('textbox', { name: 'Words of condition 1' }), 'weather');
  await user.click(dialog.getByRole('textbox', { name: 'Text' }));
  await user.paste('Sunny, {{user}}.');
  const preview = within(dialog.getByRole('region', { name: 'Preview' }));
  preview.getByText('Sunny, u-42.');
  await preview.findByText(/^HTTP\/1\.1 200[\s\S]*Sunny/);
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(botsOf(page)[0]?.rules.map(({ name }) => name)).toEqual(['Greeting', 'Weather']));
  await user.click(dialog.getByRole('button', { name: 'Answers nowhere' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Kore.ai demo' }));
  await waitFor(() => expect(firstChannel(page).botId).toBe(botsOf(page)[0]?.id));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.type(await screen.findByRole('textbox', { name: 'Message' }), 'weather{Enter}');
  await screen.findByRole('article', { name: /^New bot.*Sunny/ });
  await user.click(screen.getByRole('button', { name: /^Who answers/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Bots and their rules…' }));
  await screen.findByRole('button', { name: /^Weather ?answered last ?1 answer since the start/ });
});

test('rules are moved from the keyboard, duplicated, turned off and removed, and nothing is kept before it is saved', async () => {
  const page = await openNew();
  const { user, dialog, list } = page;
  await user.click(list().getByRole('button', { name: /^Greeting/ }));
  const form = within(dialog.getByRole('region', { name: 'Greeting' }));
  await user.click(form.getByRole('button', { name: 'Duplicate' }));
  list()
    .getByRole('button', { name: /^Greeting copy/ })
    .focus();
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  dialog.getByText('Greeting copy: place 1 of 2');
  const names = () =>
    list()
      .getAllByRole('button', { name: /^Greeting/ })
      .map((each) => each.textContent?.split('When')[0]);
  expect(names()).toEqual(['Greeting copy', 'Greeting']);
  await user.click(dialog.getByRole('switch', { name: 'On' }));
  list().getByRole('button', { name: /^Greeting copy ?off/ });
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  await user.click(await screen.findByRole('button', { name: 'Keep writing' }));
  await user.click(
    within(dialog.getByRole('region', { name: 'Greeting copy' })).getByRole('button', { name: 'Remove' }),
  );
  expect(names()).toEqual(['Greeting']);
  await user.click(dialog.getByRole('button', { name: 'Add a rule' }));
  await user.click(dialog.getByRole('button', { name: 'Revert' }));
  expect(names()).toEqual(['Greeting']);
});

test('messages of every kind have small forms, and the same as JSON says what is wrong in which line', async () => {
  const { user, dialog } = await openNew();
  const kind = () => dialog.getByRole('combobox', { name: 'Kind of message 1' });
  for (const each of [
    'Text with buttons',
    'Text with quick replies',
    'Cards side by side',
    'Cards below each other',
    'Picture, film, sound or file',
    'Table',
    'Form',
    'Event',
    'As it stands',
    'Text',
  ])
    await user.selectOptions(kind(), each);
  await user.selectOptions(kind(), 'Cards side by side');
  await user.type(dialog.getByRole('textbox', { name: 'Second line' }), 'Every day');
  await user.click(dialog.getByRole('button', { name: 'Add a button' }));
  await user.type(
    within(dialog.getByRole('listitem', { name: 'Button 1' })).getByRole('textbox', { name: 'Title' }),
    'Open',
  );
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Say' }), 'These messages, as JSON');
  const json = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'These messages, as JSON' });
  expect(JSON.parse(json.value)).toMatchObject([
    {
      kind: 'carousel',
      cards: [{ subtitle: 'Every day', buttons: [{ title: 'Open', action: { kind: 'postback', payload: 'Open' } }] }],
    },
  ]);
  await user.clear(json);
  await user.click(json);
  await user.paste('[\n  { "kind": "text" }\n]');
  await user.click(dialog.getByRole('button', { name: 'Line 2: text is missing' }));
  expect(document.activeElement).toBe(json);
  expect(json.value.slice(json.selectionStart, json.selectionEnd)).toBe('  { "kind": "text" }');
  await user.click(dialog.getByRole('button', { name: 'Save bot' }));
  await dialog.findByText('Nothing was saved. Correct what is marked and try again.');
});

test('the focus goes to what was added, and to the neighbour of what was taken away', async () => {
  const { user, dialog } = await openNew();
  const focused = () => document.activeElement;
  await user.click(dialog.getByRole('button', { name: 'Add a rule' }));
  expect(focused()).toBe(dialog.getByRole('textbox', { name: 'Name' }));
  await user.click(dialog.getByRole('button', { name: 'Or when…' }));
  expect(focused()).toBe(dialog.getByRole('textbox', { name: 'Words of condition 2' }));
  await user.click(dialog.getByRole('button', { name: 'Remove condition 2' }));
  expect(focused()).toBe(dialog.getByRole('button', { name: 'Remove condition 1' }));
  await user.click(dialog.getByRole('button', { name: 'Add a message' }));
  expect(focused()).toBe(dialog.getByRole('combobox', { name: 'Kind of message 2' }));
  await user.click(dialog.getByRole('button', { name: 'Remove Message 2' }));
  expect(focused()).toBe(dialog.getByRole('button', { name: 'Move Message 1' }));
  const rule = within(dialog.getByRole('region', { name: 'Rule 2' }));
  await user.click(rule.getByRole('button', { name: 'Remove' }));
  expect(focused()).toBe(dialog.getByRole('button', { name: /^Greeting/ }));
});

test('what another window changed meanwhile is told, and is not replaced without a word', async () => {
  const page = await openNew();
  const { user, dialog, harness } = page;
  const name = () => dialog.getByRole<HTMLInputElement>('textbox', { name: 'Name of the bot' });
  await user.type(name(), ' of mine');
  const theirs = { ...botsOf(page)[0]!, name: 'Theirs' };
  const { id } = await harness.saveBot({ bot: theirs });
  await dialog.findByText(/^It was changed elsewhere meanwhile/);
  expect(name().value).toBe('New bot of mine');
  await user.click(dialog.getByRole('button', { name: 'Revert' }));
  expect(name().value).toBe('Theirs');
  await user.type(name(), ' and mine');
  await user.click(dialog.getByRole('button', { name: 'Save bot' }));
  await waitFor(() => expect(botsOf(page)).toMatchObject([{ id, name: 'Theirs and mine' }]));
  await user.type(name(), '!');
  expect(dialog.queryByText(/^It was changed elsewhere/)).toBeNull();
});

test('a bot that is removed while it is written does not take what was written with it', async () => {
  const page = await openNew();
  const { user, dialog, harness } = page;
  await user.type(dialog.getByRole('textbox', { name: 'Name of the bot' }), ' of mine');
  const { undoId } = await harness.removeBot({ id: botsOf(page)[0]!.id });
  await dialog.findByText(/^The bot that was being written is gone/);
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  await user.click(await screen.findByRole('button', { name: 'Keep writing' }));
  await harness.undo({ undoId });
  expect((await dialog.findByRole<HTMLInputElement>('textbox', { name: 'Name of the bot' })).value).toBe(
    'New bot of mine',
  );
});

test('two rules with one name are refused beside the name, in the rule that is wrong', async () => {
  const { user, dialog } = await openNew();
  await user.click(dialog.getByRole('button', { name: 'Add a rule' }));
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Greeting');
  await user.type(dialog.getByRole('textbox', { name: 'Words of condition 1' }), 'x');
  await user.click(dialog.getByRole('button', { name: 'Save bot' }));
  await dialog.findByText('Is the name of another rule.');
});

test('a bot is removed with Undo, and comes in by its file; what is no bot is refused with the reason', async () => {
  const page = await openNew();
  const { user, dialog } = page;
  const [bot] = botsOf(page);
  await user.click(dialog.getAllByRole('button', { name: 'Remove' })[0]!);
  await waitFor(() => expect(botsOf(page)).toEqual([]));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(botsOf(page)).toEqual([bot]));
  const input = dialog.getByRole('button', { name: 'Import' }).parentElement?.querySelector('input');
  await user.upload(
    input!,
    new File([JSON.stringify({ ...bot, name: 'Other <b>bot</b>' })], 'other.bot.json', { type: 'application/json' }),
  );
  await waitFor(() => expect(botsOf(page).map(({ name }) => name)).toEqual(['New bot', 'Other <b>bot</b>']));
  expect(new Set(botsOf(page).map(({ id }) => id)).size).toBe(2);
  await user.upload(input!, new File(['{"id":"x"}'], 'odd.json', { type: 'application/json' }));
  expect((await screen.findByRole('alert', { hidden: true })).textContent).toContain(
    'odd.json cannot be imported: it is no bot',
  );
});

test('a link to a rule opens it where it is written', async () => {
  const opened = await openPage();
  await screen.findByRole('textbox', { name: 'Message' });
  const { store } = opened;
  const [channel] = store.getState().session?.channels ?? [];
  await opened.harness.changeChannel({
    channelId: channel!.id,
    replyRules: ['Early', 'Late'].map((name) => ({
      name,
      when: null,
      say: null,
      status: null,
      headers: [],
      delay: 0,
      switches: {},
    })),
  });
  await waitFor(() => expect(store.getState().session?.channels[0]?.replyRules).toHaveLength(2));
  const { createActions } = await import('#renderer/store/actions.ts');
  const actions = createActions({ harness: opened.harness, store });
  actions.showRule({ kind: 'reply', channelId: channel!.id, rule: 'Late' });
  await screen.findByRole('region', { name: 'Late' });
  actions.showRule({ kind: 'bot', botId: 'demo-bot', rule: 'fallback' });
  await within(await screen.findByRole('dialog', { name: 'Bots' })).findByRole('region', { name: 'Otherwise' });
});
