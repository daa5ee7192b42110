import type { Locator, Page } from '@playwright/test';
import { bubble, composer, conversation, say } from './screen.ts';
import { expect, test } from './shell.ts';

const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Bots' });
const rules = (page: Page): Locator => sheet(page).getByRole('list', { name: 'Rules' }).getByRole('button');
const preview = (page: Page): Locator => sheet(page).getByRole('region', { name: 'Preview' });

const openBots = async (page: Page): Promise<void> => {
  await conversation(page)
    .getByRole('button', { name: /^Who answers/ })
    .click();
  await page.getByRole('menuitem', { name: 'Bots and their rules…' }).click();
};

const newBot = async (page: Page): Promise<void> => {
  await openBots(page);
  await sheet(page).getByRole('button', { name: 'New bot' }).click();
  await expect(sheet(page).getByRole('textbox', { name: 'Name of the bot' })).toHaveValue('New bot');
};

test('a person writes a rule, sees what it will look like, says the word, and sees that it answered', async ({
  bench,
}) => {
  const { page } = bench;
  await newBot(page);
  await sheet(page).getByRole('button', { name: 'Add a rule' }).click();
  await sheet(page).getByRole('textbox', { name: 'Name', exact: true }).fill('Opening hours');
  await sheet(page).getByRole('combobox', { name: 'Condition 1' }).selectOption('the text has the word');
  await sheet(page).getByRole('textbox', { name: 'Words of condition 1' }).fill('open');
  await sheet(page).getByRole('combobox', { name: 'Kind of message 1' }).selectOption('Text with quick replies');
  await sheet(page).getByRole('textbox', { name: 'Text', exact: true }).fill('From 9 to 5.');
  await sheet(page).getByRole('listitem', { name: 'Quick reply 1' }).getByLabel('Title').fill('And today?');
  await expect(preview(page).getByText('From 9 to 5.').first()).toBeVisible();
  await expect(preview(page).getByText(/HTTP\/1\.1 200[\s\S]*From 9 to 5/)).toBeVisible();
  await preview(page).getByRole('combobox', { name: 'On' }).selectOption('Channel Talk demo');
  await expect(preview(page).getByText(/x-quick-reply: true[\s\S]*From 9 to 5/)).toBeVisible();

  await sheet(page).getByRole('textbox', { name: 'Try it' }).fill('are you open?');
  await expect(rules(page).filter({ hasText: 'Opening hours' })).toContainText('would answer');
  await expect(rules(page).filter({ hasText: 'Greeting' })).toContainText('Not: the text has the word “hi”, “hello”');
  await sheet(page).getByRole('button', { name: 'Save bot' }).click();
  // On a busy machine a message would overtake it.
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Saved.');
  await sheet(page).getByRole('button', { name: 'Answers nowhere' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Kore.ai demo' }).click();
  await page.keyboard.press('Escape');
  await expect(conversation(page).getByRole('button', { name: 'Who answers: New bot' })).toBeVisible();
  await say(page, 'when do you open?');
  await expect(bubble(page, /From 9 to 5/)).toBeVisible();
  await conversation(page).getByRole('button', { name: 'And today?' }).click();
  await openBots(page);
  await expect(rules(page).filter({ hasText: 'Opening hours' })).toContainText('1 answer since the start');

  await bench.restart();
  await say(bench.page, 'open?');
  await expect(bubble(bench.page, /From 9 to 5/).nth(1)).toBeVisible();
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
});

test('rules are put in another order by drag and by keys; the first one that matches answers', async ({
  bench: { page },
}) => {
  await newBot(page);
  for (const name of ['Second', 'Third']) {
    await sheet(page).getByRole('button', { name: 'Add a rule' }).click();
    await sheet(page).getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await sheet(page).getByRole('textbox', { name: 'Words of condition 1' }).fill('hi');
  }
  await sheet(page).getByRole('textbox', { name: 'Try it' }).fill('hi');
  await expect(rules(page).first()).toContainText(/Greeting.*would answer/);
  const [third, first] = await Promise.all([rules(page).nth(2).boundingBox(), rules(page).first().boundingBox()]);
  await rules(page).nth(2).hover();
  await page.mouse.move((third?.x ?? 0) - 10, (third?.y ?? 0) + 12);
  await page.mouse.down();
  await page.mouse.move((first?.x ?? 0) + 20, (first?.y ?? 0) + 30, { steps: 5 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(rules(page).first()).toContainText(/Greeting.*would answer/);
  await rules(page).nth(2).hover();
  await page.mouse.move((third?.x ?? 0) - 10, (third?.y ?? 0) + 12);
  await page.mouse.down();
  await page.mouse.move((first?.x ?? 0) + 20, (first?.y ?? 0) + 30, { steps: 5 });
  await page.mouse.up();
  await expect(rules(page).first()).toContainText(/Third.*would answer/);
  await rules(page).nth(2).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rules(page).first()).toContainText(/Second.*would answer/);
  await expect(rules(page).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Close without saving' }).click();
  await expect(composer(page)).toBeVisible();
});

test('what looks like code in a bot that somebody sent is text in its rules, its preview and its JSON', async ({
  bench: { page },
}) => {
  const text = '<img src=x onerror="window.pwned = 1"><script>window.pwned = 1</script>\u202e';
  const card = {
    title: text,
    subtitle: text,
    imageUrl: 'javascript:window.pwned=1',
    url: 'javascript:window.pwned=1',
    buttons: [{ title: text, action: { kind: 'url', url: 'javascript:window.pwned=1' } }],
  };
  const bot = {
    id: 'theirs',
    name: text,
    rules: [
      {
        name: text,
        when: { is: [text], event: ['__proto__'] },
        say: [
          { kind: 'carousel', cards: [card] },
          { kind: 'unknown', label: text, source: text },
        ],
      },
    ],
    fallback: [{ kind: 'table', columns: [text], rows: [[text]] }],
  };
  await openBots(page);
  await sheet(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'theirs.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(bot)) });
  await expect(rules(page).first()).toContainText(text);
  await expect(preview(page).getByText(text).first()).toBeVisible();
  await sheet(page).getByRole('combobox', { name: 'Say' }).selectOption('These messages, as JSON');
  await expect(sheet(page).getByRole('textbox', { name: 'These messages, as JSON' })).toHaveValue(/onerror/);
  await sheet(page)
    .getByRole('button', { name: /^Otherwise/ })
    .click();
  await expect(preview(page).getByRole('cell')).toHaveText(text);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
});
