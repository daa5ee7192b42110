import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFileCourier } from '#main/electron/file-courier.ts';
import { fileToSaveOf } from '#main/electron/ipc-frames.ts';
import { launchOptions } from '#main/electron/launch-options.ts';
import { menuTemplate, type RecentMenu } from '#main/electron/menu-template.ts';
import { readGivenFile } from '#main/electron/read-given-file.ts';
import { createRecentFiles } from '#main/electron/recent-files.ts';
import type { FilesOpened } from '#shared/contract/shell.ts';
import { importLimits } from '#shared/export/import-limits.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hookbench-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (name: string, content = 'x'): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const recentIn = (place: string) => {
  const told: string[] = [];
  const recent = createRecentFiles(place, { onChange: () => told.push('changed'), onAdd: (path) => told.push(path) });
  return { recent, told, names: () => recent.all().map(({ name }) => name) };
};

test('files that the app is started for are bundles and archives, from where it was started; nothing else is one', () => {
  const { files } = launchOptions(
    ['.', '--data', 'mine.hookbench', 'a b.HOOKBENCH', '/tmp/x.har', '--y.har', 'z.txt'],
    '/here',
  );
  expect(files).toEqual([resolve('/here/a b.HOOKBENCH'), resolve('/tmp/x.har')]);
});

describe('files that were opened lately', () => {
  test('stand with the last one first, each once, ten of them, and are there at the next start', async () => {
    const place = await mkdtemp(join(folder, 'recent-'));
    const first = recentIn(place);
    for (const name of 'abacdefghijkl'.split('')) first.recent.add(join(place, name));
    expect(first.names()).toEqual('lkjihgfedc'.split(''));
    const second = recentIn(place);
    expect(second.recent.all()).toEqual(first.recent.all());
    const [last] = second.recent.all();
    expect(second.recent.pathOf(last?.id ?? '')).toBe(join(place, 'l'));
    expect(second.recent.pathOf(join(place, 'l'))).toBeNull();
    second.recent.clear();
    expect(recentIn(place).names()).toEqual([]);
  });

  test('are told when they change, and only then', async () => {
    const { recent, told } = recentIn(await mkdtemp(join(folder, 'recent-')));
    recent.add('/a');
    recent.add('/a');
    recent.remove('/b');
    expect(told).toEqual(['/a', 'changed', '/a']);
  });

  test('begin anew where the list is spoilt', async () => {
    const place = await mkdtemp(join(folder, 'recent-'));
    await writeFile(join(place, 'recent-files.json'), '{"no": "list"');
    expect(recentIn(place).names()).toEqual([]);
  });
});

describe('a file that is opened', () => {
  const courierFor = () => {
    const { recent, names } = recentIn(join(folder, 'nowhere'));
    return { courier: createFileCourier({ read: readGivenFile, recent }), names };
  };

  test('waits until the page listens, and is remembered', async () => {
    const { courier, names } = courierFor();
    await courier.open([await file('case.hookbench', '{}')], 'open');
    const heard: FilesOpened[] = [];
    courier.listen((opened) => heard.push(opened));
    expect(heard).toEqual([
      { use: 'open', files: [{ name: 'case.hookbench', bytes: expect.anything() }], refused: [] },
    ]);
    courier.stopListening();
    await courier.open([await file('more.har')], 'import');
    expect(heard).toHaveLength(1);
    courier.listen((opened) => heard.push(opened));
    expect(heard[1]).toMatchObject({ use: 'import', files: [{ name: 'more.har' }] });
    expect(names()).toEqual(['more.har', 'case.hookbench']);
  });

  test('that is gone, too large or no file is refused by its name without its folder, and the others are opened', async () => {
    const { courier, names } = courierFor();
    const large = await file('large.har');
    await truncate(large, importLimits.bytes + 1);
    await mkdir(join(folder, 'folder.har'));
    const heard: FilesOpened[] = [];
    courier.listen((opened) => heard.push(opened));
    await courier.open([large, join(folder, 'gone.har'), join(folder, 'folder.har'), await file('good.har')], 'open');
    const [{ files, refused } = { files: [], refused: [] }] = heard;
    expect(files.map(({ name }) => name)).toEqual(['good.har']);
    expect(refused.map(({ message }) => message)).toEqual([
      'large.har cannot be read: it is larger than 64 MB.',
      'gone.har cannot be read: it is not there any more.',
      'folder.har cannot be read: there is a folder of that name, not a file.',
    ]);
    expect(names()).toEqual(['good.har']);
    await rm(large);
  });
});

test('what the page saves has a name and no folder, whatever it says', () => {
  const bytes = new Uint8Array([1]);
  const named = (name: unknown) => fileToSaveOf({ name, bytes })?.name ?? null;
  expect(named('../../etc/passwd')).toBe('-..-etc-passwd');
  expect(named(String.raw`C:\Windows\win.ini`)).toBe('C--Windows-win.ini');
  expect(named('a.har')).toBe('a.har');
  expect(named('.ssh')).toBe('ssh');
  expect([named(''), named('...'), named(7), fileToSaveOf({ name: 'a', bytes: 'text' }), fileToSaveOf(null)]).toEqual(
    Array(5).fill(null),
  );
});

test('the menu opens what was opened lately, and tells two files of one name apart', async () => {
  const acted: string[] = [];
  const recent: RecentMenu = {
    files: [
      { id: '1', name: 'a & b.hookbench', folder: '/x' },
      { id: '2', name: 'same.har', folder: '/x' },
      { id: '3', name: 'same.har', folder: '/y' },
    ],
    open: (id) => acted.push(id),
    clear: () => acted.push('clear'),
  };
  const [menu] = menuTemplate(() => undefined, 'linux', recent);
  const list = Array.isArray(menu?.submenu) ? menu.submenu.find(({ label }) => label === 'Open recent') : undefined;
  const items = Array.isArray(list?.submenu) ? list.submenu : [];
  expect(items.map(({ label }) => label)).toEqual([
    'a && b.hookbench',
    'same.har (/x)',
    'same.har (/y)',
    undefined,
    'Clear recent files',
  ]);
  for (const { click } of items) (click as (() => void) | undefined)?.();
  expect(acted).toEqual(['1', '2', '3', 'clear']);
});

test('only bundles are opened by a double click: the package says so', async () => {
  const config = await readFile('electron-builder.yml', 'utf8');
  expect(config.match(/- ext: (\w+)/g)).toEqual(['- ext: hookbench']);
});
