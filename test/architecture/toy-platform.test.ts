import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whistle } from './toy/index.ts';

const project = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const folders = ['shared', 'main', 'renderer'];

/** Below the project, where packages are found. */
let plot: string;
/** Both are under way while the rest is looked at. */
let built: { readonly main: Promise<unknown>; readonly page: Promise<unknown> };

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

const plant = (): void => {
  const folder = `shared/platforms/${whistle.id}`;
  cpSync(join(import.meta.dirname, 'toy'), join(plot, folder), { recursive: true });
  const registry = join(plot, 'shared/platforms/registry.ts');
  const text = readFileSync(registry, 'utf8');
  const registered = text.replace('readonly Platform[] = [', `readonly Platform[] = [${whistle.id}, `);
  writeFileSync(registry, `import { ${whistle.id} } from '#${folder}/index.ts';\n${registered}`);
};

beforeAll(() => {
  mkdirSync(join(project, '.cache'), { recursive: true });
  plot = mkdtempSync(join(project, '.cache/toy-'));
  for (const each of [...folders, 'package.json', 'tsconfig.json', 'vite.config.ts'])
    cpSync(join(project, each), join(plot, each), { recursive: true });
  plant();
  built = { main: build('main'), page: build('page') };
  for (const each of Object.values(built)) each.catch(() => undefined);
});
afterAll(() => rmSync(plot, { recursive: true, force: true }));

const binary = (name: string, ...args: readonly string[]) =>
  run(join(project, 'node_modules/.bin', name), args, { cwd: plot, maxBuffer: 64 * 1024 * 1024 });

const build = (mode: string) => binary('vite', 'build', '--mode', mode, '--logLevel', 'error');

const hookbench = async (...args: readonly string[]): Promise<string> => {
  const env = { PATH: process.env['PATH'], HOOKBENCH_DATA: join(plot, 'data') };
  const { stdout } = await run(process.execPath, [join(plot, 'dist/main/hookbench.js'), ...args], { env });
  return stdout;
};

describe('a fifth platform is one folder and a line of the registry', () => {
  test('nothing else differs', () => {
    const changed = folders.flatMap((folder) =>
      filesIn(join(plot, folder))
        .map((path) => join(folder, path))
        .filter((path) => !isSame(path)),
    );
    expect(changed.toSorted()).toEqual(['shared/platforms/registry.ts', `shared/platforms/${whistle.id}/index.ts`]);
  });

  test('every part of the product still has its types', async () => {
    const checked = folders.map((folder) => binary('tsc', '--noEmit', '-p', folder));
    for (const { stdout } of await Promise.all(checked)) expect(stdout).toBe('');
  });

  describe('when it is built', () => {
    beforeAll(() => built.main);

    test('it has a conversation over real HTTP', async () => {
      const told = await hookbench('demo', whistle.id);
      expect(told).toMatch(/app → platform {2}POST \/whistle\/room-1 {2}200 in \d+ ms, trusted/);
      expect(told).toContain('(Balance)');
      expect(told).toContain('1 of 1 modes were shown, 4 turns');
      expect(told).not.toContain('not-a-real-whistle-key');
    });

    test('its claims are tested, its channel is there for a new user, and its defects can be switched on', async () => {
      expect(await hookbench('conformance', whistle.id)).toMatch(/^all +1 passed, 0 failed$/m);
      expect(await hookbench('channels')).toContain(`${whistle.demo.name}  (${whistle.id}; plays both ends`);
      const sent = run(
        process.execPath,
        [
          join(plot, 'dist/main/hookbench.js'),
          'send',
          'hi',
          '--channel',
          whistle.demo.name,
          '--defect',
          'reply.garbled',
          '--json',
          '--timeout',
          '0.5',
        ],
        { env: { PATH: process.env['PATH'], HOOKBENCH_DATA: join(plot, 'data') } },
      );
      expect((await sent).stdout).toContain('"defect":"reply.garbled"');
    });
  });

  test('the page knows it, and draws the form of its settings', async () => {
    await built.page;
    const scripts = filesIn(join(plot, 'dist/page')).filter((path) => path.endsWith('.js'));
    const page = scripts.map((path) => readFileSync(join(plot, 'dist/page', path), 'utf8')).join('\n');
    for (const words of [whistle.name, whistle.summary, 'Whistle room', 'Whistle key', 'Garbled reply'])
      expect(page).toContain(words);
  });
});

const isSame = (path: string): boolean => {
  try {
    return readFileSync(join(project, path)).equals(readFileSync(join(plot, path)));
  } catch {
    return false;
  }
};
