import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { platforms } from '#shared/platforms/registry.ts';

const project = resolve(import.meta.dirname, '../..');

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });

const sources = ['shared', 'main', 'renderer']
  .flatMap((folder) => filesIn(join(project, folder)))
  .filter((path) => /\.(ts|tsx|css|html)$/.test(path))
  .map((path) => ({ path: relative(project, path), text: readFileSync(path, 'utf8') }));

test('no platform has a name outside its own folder and the registry', () => {
  const names = platforms.flatMap(({ id, name }) => [id, name]);
  const elsewhere = sources.filter(
    ({ path, text }) =>
      !path.startsWith('shared/platforms/') &&
      names.some((name) => new RegExp(`\\b${name.replaceAll('.', '\\.')}\\b`, 'i').test(text)),
  );
  expect(elsewhere.map(({ path }) => path)).toEqual([]);
});

test('no file says more than one thing: the largest stays under 250 lines', () => {
  const long = sources.filter(({ text }) => text.split('\n').length > 250);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('the built page holds no Electron and no Node', () => {
  const page = join(project, 'dist/page');
  const scripts = filesIn(page).filter((path) => path.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  const impure = scripts.filter((path) =>
    /from\s*["'](electron|node:)|require\(["'](electron|node:)/.test(readFileSync(path, 'utf8')),
  );
  expect(impure).toEqual([]);
});

test('the built page names no address outside the machine but as text', () => {
  const html = readFileSync(join(project, 'dist/page/index.html'), 'utf8');
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(statSync(join(project, 'dist/page/index.html')).size).toBeGreaterThan(0);
});
