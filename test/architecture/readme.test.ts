import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { platforms } from '#shared/platforms/registry.ts';
import { queryHelp } from '#shared/query/help.ts';
import { causes } from '#shared/trust/autopsy/causes.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('every cause of a refusal stands in the README with its meaning', () => {
  const absent = Object.entries(causes).filter(([code, title]) => !readme.includes(`| \`${code}\` | ${title} |`));
  expect(absent, 'npm run score:trust writes the table').toEqual([]);
});

test('everything that a query can hold stands in the README', () => {
  for (const { name, takes, what, example } of queryHelp)
    expect(readme).toContain(`| \`${name}\` | ${takes} | ${what} | \`${example}\` |`);
});

test('every platform has its line in the table of what is emulated, and a page of its own', () => {
  for (const { id, name } of platforms) expect(readme).toContain(`[${name}](shared/platforms/${id}/README.md)`);
});
