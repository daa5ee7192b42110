import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const plot = mkdtempSync(join(project, '.cache-words-'));
const korean = join(plot, 'renderer/words/korean/shell.ts');

const compile = (): string => {
  try {
    return execFileSync(join(project, 'node_modules/.bin/tsc'), ['--noEmit', '-p', 'renderer'], {
      cwd: plot,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

/** What the compiler says of the Korean words once a text in them is another one. */
const saidOf = (before: string, after: string): string => {
  const whole = readFileSync(korean, 'utf8');
  expect(whole).toContain(before);
  writeFileSync(korean, whole.replace(before, after));
  const said = compile();
  writeFileSync(korean, whole);
  return said;
};

/** The dictionaries and all that they know, in a house of their own. */
beforeAll(() => {
  for (const path of ['package.json', 'tsconfig.json', 'shared', 'renderer/tsconfig.json', 'renderer/words'])
    cpSync(join(project, path), join(plot, path), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(plot, 'node_modules'));
});

afterAll(() => rmSync(plot, { recursive: true }));

test('the dictionaries compile as they are', () => {
  expect(compile()).toBe('');
});

test('a word that is missing in Korean does not compile', () => {
  expect(saidOf("  news: '새 소식',\n", '')).toMatch(/shell\.ts.*error TS2741.*news/s);
});

test('a word that English does not have does not compile', () => {
  expect(saidOf("  news: '새 소식',\n", "  news: '새 소식',\n  extra: '덤',\n")).toMatch(
    /shell\.ts.*error TS2353.*extra/s,
  );
});

test('a sentence that takes something else than the English one does not compile', () => {
  expect(saidOf('takePort: (port)', 'takePort: (port, host: string)')).toMatch(/shell\.ts.*error TS2322/s);
});

test('a fault without Korean sentences does not compile', () => {
  const faults = join(plot, 'renderer/words/korean/faults/contract-faults.ts');
  const whole = readFileSync(faults, 'utf8');
  writeFileSync(faults, whole.replace(/^ {2}bug: .*?^ {2}\},\n/ms, ''));
  expect(compile()).toMatch(/contract-faults\.ts.*error TS2741.*bug/s);
  writeFileSync(faults, whole);
});
