import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const plot = mkdtempSync(join(project, '.cache-walls-'));

const run = (command: string, args: readonly string[]): string => {
  try {
    return execFileSync(join(project, 'node_modules/.bin', command), args, {
      cwd: plot,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

const lint = (): string => run('oxlint', ['--deny-warnings', 'shared', 'main', 'renderer', 'test']);
const check = (folder: string): string => run('tsc', ['--noEmit', '-p', folder]);

const plant = (path: string, source: string): (() => void) => {
  const file = join(plot, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  return () => rmSync(file);
};

/** A small house with the project's own rules, so that a planted file cannot hurt the real one. */
beforeAll(() => {
  for (const file of ['package.json', 'tsconfig.json', '.oxlintrc.json']) cpSync(join(project, file), join(plot, file));
  for (const folder of ['shared', 'main', 'main/harness', 'renderer', 'test']) {
    mkdirSync(join(plot, folder), { recursive: true });
    cpSync(join(project, folder, 'tsconfig.json'), join(plot, folder, 'tsconfig.json'));
  }
  cpSync(join(project, 'shared/universal.d.ts'), join(plot, 'shared/universal.d.ts'));
  symlinkSync(join(project, 'node_modules'), join(plot, 'node_modules'));
  plant('shared/meaning.ts', 'export const meaning = 1;\n');
  plant('main/io/effect.ts', 'export const effect = 1;\n');
  plant('main/harness/order.ts', 'export const order = 1;\n');
  plant('main/electron/shell.ts', 'export const shell = 1;\n');
  plant('renderer/screen.ts', 'export const screen = 1;\n');
});

afterAll(() => rmSync(plot, { recursive: true }));

test('a house that keeps the walls passes', () => {
  expect(lint()).toContain('Found 0 warnings and 0 errors');
  expect(check('shared') + check('main/harness')).toBe('');
});

describe('the linter catches', () => {
  const violations: readonly (readonly [what: string, path: string, source: string, message: string])[] = [
    [
      'a package in shared/',
      'shared/planted.ts',
      "import { request } from 'undici';\nexport const planted = request;\n",
      'shared/ is meaning',
    ],
    [
      'node: in shared/',
      'shared/planted.ts',
      "import { readFile } from 'node:fs/promises';\nexport const planted = readFile;\n",
      'shared/ is meaning',
    ],
    [
      'main/ in shared/',
      'shared/planted.ts',
      "import { effect } from '../main/io/effect.ts';\nexport const planted = effect;\n",
      'imports point down',
    ],
    [
      'main/ in shared/ by its short name',
      'shared/planted.ts',
      "import { effect } from '#main/io/effect.ts';\nexport const planted = effect;\n",
      'shared/ is meaning',
    ],
    ['the clock in shared/', 'shared/planted.ts', 'export const planted = Date.now();\n', 'Date'],
    [
      'a package in the harness',
      'main/harness/planted.ts',
      "import { fastify } from 'fastify';\nexport const planted = fastify;\n",
      'what it needs from outside is in World',
    ],
    [
      'node: in the harness',
      'main/harness/planted.ts',
      "import { join } from 'node:path';\nexport const planted = join;\n",
      'what it needs from outside is in World',
    ],
    [
      'main/io in the harness',
      'main/harness/planted.ts',
      "import { effect } from '../io/effect.ts';\nexport const planted = effect;\n",
      'what it needs from outside is in World',
    ],
    [
      'a timer in the harness',
      'main/harness/planted.ts',
      'export const planted = (): unknown => setTimeout(() => undefined, 1);\n',
      'setTimeout',
    ],
    [
      'electron outside its folder',
      'main/io/planted.ts',
      "import { app } from 'electron';\nexport const planted = app;\n",
      'Only main/electron/',
    ],
    [
      'electron in the page',
      'renderer/planted.ts',
      "import { ipcRenderer } from 'electron';\nexport const planted = ipcRenderer;\n",
      'which shell drew it',
    ],
    [
      'node: in the page',
      'renderer/planted.ts',
      "import { readFile } from 'node:fs/promises';\nexport const planted = readFile;\n",
      'no Node',
    ],
    [
      'main/ in the page',
      'renderer/planted.ts',
      "import { effect } from '#main/io/effect.ts';\nexport const planted = effect;\n",
      'strangers',
    ],
    [
      'main/ in the page by a relative path',
      'renderer/planted.ts',
      "import { effect } from '../main/io/effect.ts';\nexport const planted = effect;\n",
      'strangers',
    ],
    [
      'the page in main/',
      'main/io/planted.ts',
      "import { screen } from '#renderer/screen.ts';\nexport const planted = screen;\n",
      'strangers',
    ],
    [
      'the page in main/electron',
      'main/electron/planted.ts',
      "import { screen } from '../../renderer/screen.ts';\nexport const planted = screen;\n",
      'strangers',
    ],
    ['any', 'shared/planted.ts', 'export const planted: any = 1;\n', 'any'],
    ['a default export', 'shared/planted.ts', 'export default 1;\n', 'default'],
  ];
  test.each(violations)('%s', (_what, path, source, message) => {
    const remove = plant(path, source);
    const said = lint();
    remove();
    expect(said).toContain('planted.ts');
    expect(said).toContain(message);
  });

  test('a cycle', () => {
    const removeOne = plant(
      'shared/one.ts',
      "import { two } from './two.ts';\nexport const one = (): number => two;\n",
    );
    const removeTwo = plant('shared/two.ts', "import { one } from '#shared/one.ts';\nexport const two = one.length;\n");
    const said = lint();
    removeOne();
    removeTwo();
    expect(said).toContain('import(no-cycle)');
  });
});

describe('the compiler catches', () => {
  const violations: readonly (readonly [what: string, folder: string, path: string, source: string])[] = [
    ['the DOM in shared/', 'shared', 'shared/planted.ts', 'export const planted = document.title;\n'],
    ['Node in shared/', 'shared', 'shared/planted.ts', 'export const planted = process.pid;\n'],
    ['Node in the harness', 'main/harness', 'main/harness/planted.ts', 'export const planted = Buffer.from([]);\n'],
    ['the DOM in main/', 'main', 'main/io/planted.ts', 'export const planted = document.title;\n'],
    ['Node in the page', 'renderer', 'renderer/planted.ts', 'export const planted = Buffer.from([]);\n'],
  ];
  test.each(violations)('%s', (_what, folder, path, source) => {
    const remove = plant(path, source);
    const said = check(folder);
    remove();
    expect(said).toContain('planted.ts');
    expect(said).toMatch(/error TS\d+/);
  });
});
