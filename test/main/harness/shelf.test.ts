import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBench, temporaryFolder } from '#test/main/open-bench.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a filter that is saved is there after a restart, under its name', async () => {
  const first = await openBench({ folder });
  const { id } = await first.harness.saveFilter({ name: 'Refused', query: 'verdict:refused' });
  await first.close();
  const second = await openBench({ folder });
  expect(second.session().shelf.filters).toEqual([{ id, name: 'Refused', query: 'verdict:refused' }]);
  await second.close();
});

test('a filter that is saved again takes the place of the old one, and a removed one is gone', async () => {
  const bench = await openBench({ folder });
  const { id } = await bench.harness.saveFilter({ name: 'One', query: 'a' });
  const other = await bench.harness.saveFilter({ name: 'Other', query: 'b' });
  await bench.harness.saveFilter({ id, name: 'One, better', query: 'aa' });
  await bench.harness.removeFilter({ id: other.id });
  await expect.poll(() => bench.session().shelf.filters).toEqual([{ id, name: 'One, better', query: 'aa' }]);
  await bench.close();
});

test('a shelf that a person has spoilt is refused with its file, and left as it is', async () => {
  const file = join(folder, 'shelf.json');
  await writeFile(file, '{"filters": "none"}');
  await expect(openBench({ folder })).rejects.toMatchObject({ fault: { code: 'data.unreadable' } });
  expect(await readFile(file, 'utf8')).toBe('{"filters": "none"}');
});
