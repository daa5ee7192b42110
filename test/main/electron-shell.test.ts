import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import { callFrameOf, positionOf } from '#main/electron/ipc-frames.ts';
import { launchOptions } from '#main/electron/launch-options.ts';
import { followLanguage } from '#main/electron/follow-language.ts';
import { menuTemplate, type RecentMenu } from '#main/electron/menu-template.ts';
import { spokenMenu } from '#main/electron/menu-words.ts';
import { createSealedSecretBox, type Sealer } from '#main/electron/sealed-secret-box.ts';
import { menuKeys, type MenuCommand } from '#shared/contract/shell.ts';
import type { WatchFrame } from '#shared/session/events.ts';
import { defaultSettings, type BenchSettings } from '#shared/session/state.ts';
import { emptySession } from '#test/empty-session.ts';

/** Stands for the system's keychain: turns the bytes over, and knows what is its own. */
const sealer: Sealer = {
  encryptString: (plain) => Buffer.from(`sealed:${plain}`).map((byte) => byte ^ 0x5a),
  decryptString: (sealed) => {
    const text = Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString();
    if (!text.startsWith('sealed:')) throw new Error(`not ours: ${text}`);
    return text.slice('sealed:'.length);
  },
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hookbench-sealed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('sealed secrets', () => {
  test('are nobody’s before anything was written', async () => {
    expect(await createSealedSecretBox(folder, sealer).read()).toEqual({});
  });

  test('come back as they were, and stand in the file sealed and for this user only', async () => {
    const box = createSealedSecretBox(folder, sealer);
    await box.write({ 'ch-1/clientSecret': 'invented-secret-€' });
    expect(await box.read()).toEqual({ 'ch-1/clientSecret': 'invented-secret-€' });
    const file = join(folder, 'secrets.sealed');
    expect((await readFile(file)).includes('invented-secret')).toBe(false);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('of another machine are a fault that names the file and quotes nothing of it', async () => {
    const file = join(folder, 'secrets.sealed');
    await writeFile(file, 'invented-foreign-secret');
    const refused = createSealedSecretBox(folder, sealer).read();
    await expect(refused).rejects.toMatchObject({ fault: { code: 'data.unreadable', values: { file } } });
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('foreign-secret') as string });
    expect(await readFile(file, 'utf8')).toBe('invented-foreign-secret');
  });
});

describe('the start of the desktop app', () => {
  test('takes the data folder and the port in both spellings, among switches of Chromium', () => {
    const given = ['.', '--no-sandbox', '--data', '/d', '--remote-debugging-port=0', '--port=4711'];
    expect(launchOptions(given)).toEqual({ dataFolder: resolve('/d'), port: 4711, files: [] });
    expect(launchOptions(['--data=d e', '--port', '0'])).toEqual({ dataFolder: resolve('d e'), port: 0, files: [] });
  });

  test('takes what makes no sense as not given', () => {
    expect(launchOptions(['--data', '--port=70000'])).toEqual({ dataFolder: null, port: null, files: [] });
    expect(launchOptions(['--port=x', '--database=1', '--data='])).toEqual({ dataFolder: null, port: null, files: [] });
  });
});

describe('what comes over IPC', () => {
  test('is a call frame whatever it was, so that the contract can refuse it in words', () => {
    const oddities = [null, 7, 'x', {}, { command: 7 }, [1]];
    expect(oddities.map((each) => callFrameOf(each).command)).toEqual(oddities.map(() => ''));
    expect(callFrameOf({ command: 'say', input: { a: 1 }, more: 1 })).toEqual({ command: 'say', input: { a: 1 } });
  });

  test('is a position or none', () => {
    expect([null, {}, { run: 'r' }, { run: 1, seq: 1 }, { run: 'r', seq: 0.5 }].map(positionOf)).toEqual(
      Array(5).fill(null),
    );
    expect(positionOf({ run: 'r', seq: 3, more: 1 })).toEqual({ run: 'r', seq: 3 });
  });
});

const noRecent: RecentMenu = { files: [], open: () => undefined, clear: () => undefined };

describe.each(['linux', 'darwin', 'win32'] as const)('the menu on %s', (platform) => {
  test('sends every command of the contract, and nothing else runs code', () => {
    const sent: MenuCommand[] = [];
    const under = (each: MenuItemConstructorOptions): readonly MenuItemConstructorOptions[] =>
      Array.isArray(each.submenu) ? each.submenu.flatMap((item) => [item, ...under(item)]) : [];
    const flat = menuTemplate((command) => sent.push(command), platform, noRecent).flatMap(under);
    for (const item of flat) (item.click as (() => void) | undefined)?.();
    expect(sent.toSorted()).toEqual(Object.keys(menuKeys).toSorted());
    const keys = flat.flatMap((each) => (each.accelerator ? [each.accelerator] : []));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is Korean where the bench speaks Korean, down to what Electron would say in English', () => {
    type Items = ReturnType<typeof spokenMenu>;
    const labelsIn = (items: Items): readonly string[] =>
      items.flatMap(({ type, label = '', submenu }) => [
        ...(type === 'separator' ? [] : [label]),
        ...(Array.isArray(submenu) ? labelsIn(submenu) : []),
      ]);
    const template = menuTemplate(() => undefined, platform, noRecent);
    const labels = labelsIn(spokenMenu(template, 'ko', platform));
    expect(labels.filter((label) => !/\p{Script=Hangul}/u.test(label) && label !== 'Hookbench')).toEqual([]);
    expect(labels.some((label) => label.includes('&'))).toBe(platform !== 'darwin');
    expect(spokenMenu(template, 'en', platform)).toBe(template);
  });
});

test('the menu is told the language at the start and whenever it changes, and nothing else', () => {
  const told: string[] = [];
  let send: (frame: WatchFrame) => void = () => undefined;
  const at = { run: 'r', seq: 1 };
  const subscribe = (_from: unknown, watch: typeof send) => {
    send = watch;
    watch({ kind: 'whole', at, session: emptySession });
    return () => undefined;
  };
  followLanguage({ subscribe }, ['ko-KR'], (language) => told.push(language));
  const changed = (change: Partial<BenchSettings>): void =>
    send({ kind: 'changes', at, events: [{ type: 'settings-changed', settings: { ...defaultSettings, ...change } }] });
  changed({ theme: 'dark' });
  changed({ language: 'en' });
  send({ kind: 'changes', at, events: [{ type: 'listening-changed', listening: { state: 'off' } }] });
  changed({ language: 'ko' });
  expect(told).toEqual(['ko', 'en', 'ko']);
});
