import type { Page } from '@playwright/test';
import { secretsIn } from '#shared/channel/channel-settings.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { drop } from './drop-files.ts';
import { postAsForeignApp, wronglySigned } from './foreign-app.ts';
import { bubble, composer, inspect, inspector, say, trafficRow, verdict } from './screen.ts';
import { expect, test } from './shell.ts';

const greeting = /What can I do for you/;
const statusBar = (page: Page) => page.getByRole('contentinfo', { name: 'Status' });
const sheet = (page: Page, name: string) => page.getByRole('dialog', { name });
const search = (page: Page) => page.getByRole('combobox', { name: 'Search traffic' });
const banner = (page: Page) => page.getByRole('region', { name: /^Read-only/ });

/** A letter-by-letter secret in whatever form a file may hold it. */
const formsOf = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret);
  return [secret, bytes.toString('base64').replace(/.{2}=*$/, ''), bytes.toString('hex'), encodeURIComponent(secret)];
};

const secretsOfDemos = platforms.flatMap(({ settings, demo }) => Object.values(secretsIn(settings, demo.settings)));

test('a developer saves the traffic as HAR, clears it, and imports the file again', async ({ bench }) => {
  const { page } = bench;
  await say(page, 'hi');
  await expect(bubble(page, greeting)).toBeVisible();
  await page.getByRole('button', { name: 'Export and import' }).click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const exporting = sheet(page, 'Export');
  await exporting.getByRole('radio', { name: 'HAR', exact: true }).check();
  const har = await bench.savedBy(() => exporting.getByRole('button', { name: 'Save', exact: true }).click());
  expect(har.name).toMatch(/^hookbench-traffic-.*\.har$/);
  await expect(statusBar(page)).toContainText(har.name);
  await page.getByRole('button', { name: 'Clear traffic' }).click();
  await expect(trafficRow(page, '200')).toHaveCount(0);
  await drop(page, har, { name: 'holiday.txt', text: 'no traffic at all' });
  await sheet(page, 'Import').getByRole('button', { name: 'Import' }).click();
  await expect(statusBar(page)).toContainText(`2 exchanges imported from ${har.name}.`);
  await expect(statusBar(page)).toContainText('holiday.txt cannot be imported');
  await statusBar(page).getByRole('button', { name: 'Show' }).click();
  await expect(search(page)).toHaveValue(/^is:imported id:\d+\.\.\d+$/);
  await expect(trafficRow(page, '200')).toHaveCount(2);
  await trafficRow(page, '200').first().click();
  await expect(verdict(page)).toContainText('imported from a HAR file');
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
});

test('a bundle is reviewed, a name is replaced as well, and a colleague reads it with its verdicts; nothing can be sent', async ({
  bench,
}) => {
  const { page } = bench;
  expect(await postAsForeignApp(page, wronglySigned())).toBe(401);
  for (const { demo } of platforms) {
    await page.getByRole('button', { name: demo.name, exact: false }).first().click();
    await say(page, 'I am jane@acme.example of Project Falcon');
    await expect(bubble(page, /I did not understand/)).toBeVisible();
  }
  await page.keyboard.press('ControlOrMeta+e');
  const exporting = sheet(page, 'Export');
  await exporting.getByRole('button', { name: 'Review what is replaced' }).click();
  await exporting.getByRole('searchbox', { name: 'Search the review' }).fill('jane@acme');
  await expect(exporting.getByRole('table', { name: /^E-mail/ })).toContainText('hidden-email');
  await exporting.getByRole('searchbox', { name: 'Search the review' }).fill('');
  await exporting.getByRole('textbox', { name: 'Also replace' }).fill('Falcon');
  await page.keyboard.press('Enter');
  await expect(exporting.getByRole('table', { name: /^Named by you/ })).toContainText('hidden-chosen-1');
  const bundle = await bench.savedBy(() => exporting.getByRole('button', { name: 'Save the bundle' }).click());
  expect(bundle.name).toMatch(/\.hookbench$/);
  expect(secretsOfDemos.length).toBeGreaterThan(4);
  const held = [...secretsOfDemos, 'jane@acme.example', 'Falcon'].filter((secret) =>
    formsOf(secret).some((form) => bundle.text.includes(form)),
  );
  expect(held).toEqual([]);

  await search(page).fill('status:200');
  await drop(page, bundle);
  await sheet(page, 'Open or import').getByRole('button', { name: 'Open', exact: true }).click();
  await expect(banner(page)).toContainText(bundle.name);
  await expect(composer(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0);
  await search(page).fill('verdict:refused');
  await expect(page.getByText('1 hit', { exact: true })).toBeVisible();
  await trafficRow(page, '401').click();
  await expect(verdict(page)).toContainText('Refused');
  await expect(inspector(page).getByRole('button', { name: 'Replay' })).toHaveAttribute('aria-disabled', 'true');
  await inspector(page).getByRole('button', { name: 'Replay' }).hover();
  await expect(page.getByRole('tooltip')).toContainText('A bundle is shown');
  await page
    .getByRole('button', { name: platforms[0]?.demo.name ?? '' })
    .first()
    .click();
  await expect(bubble(page, /hidden-email-\d+@hidden\.invalid of Project hidden-chosen-1/).first()).toBeVisible();
  await banner(page).getByRole('button', { name: 'Close' }).click();
  await expect(composer(page)).toBeVisible();
  await expect(search(page)).toHaveValue('status:200');
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
});

test('a request is copied as a command from its menu, and its credential is left out on demand', async ({
  bench: { page },
}) => {
  await say(page, 'hi');
  await inspect(page, greeting);
  await page.evaluate(() => {
    const copied: string[] = [];
    Object.assign(window, { copiedForTest: copied });
    navigator.clipboard.writeText = async (text) => void copied.push(text);
  });
  const copied = () => page.evaluate(() => (window as unknown as { copiedForTest: readonly string[] }).copiedForTest);
  await inspector(page).getByRole('button', { name: 'What can be done with it' }).click();
  await page.getByRole('menuitem', { name: 'Copy', exact: true }).press('ArrowRight');
  await page.getByRole('menuitem', { name: 'Copy as cURL', exact: true }).click();
  await expect(statusBar(page)).toContainText('with its credentials');
  await statusBar(page).getByRole('button', { name: 'Copy without credentials' }).click();
  await expect(statusBar(page)).toContainText('credentials replaced');
  const [whole = '', without = ''] = await copied();
  expect(whole).toMatch(/\ncurl \\\n[^]*--data-raw '\{"session":/);
  expect(without).toContain('signature-removed');
  expect(whole).not.toContain('signature-removed');
});

test('from the keyboard alone a transcript is saved, and reads as what was said', async ({ bench }) => {
  const { page } = bench;
  await expect(composer(page)).toBeVisible();
  await page.keyboard.press('Alt+m');
  await page.keyboard.type('Project *Falcon*');
  await page.keyboard.press('Enter');
  await expect(bubble(page, /I did not understand/)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+e');
  const exporting = sheet(page, 'Export');
  await expect(exporting.locator(':focus')).toHaveAttribute('type', 'radio');
  await page.keyboard.press('Tab');
  await expect(exporting.getByRole('radio', { name: 'Bundle, safe to share' })).toBeFocused();
  while (!(await exporting.getByRole('radio', { name: /Markdown/ }).isChecked()))
    await page.keyboard.press('ArrowDown');
  const save = exporting.getByRole('button', { name: 'Save', exact: true });
  while (!(await save.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab');
  const transcript = await bench.savedBy(() => page.keyboard.press('Enter'));
  expect(transcript.name).toMatch(/\.md$/);
  expect(transcript.text).toContain('Project \\*Falcon\\*');
  expect(transcript.text).toContain('I did not understand');
  await expect(statusBar(page)).toContainText(transcript.name);
  await expect(composer(page)).toBeFocused();
  expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
});
