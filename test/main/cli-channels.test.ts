import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { cliInFolder } from './cli-in-folder.ts';

const { run, folder } = cliInFolder();

test('a channel goes into a file without its secrets and out of it again, with a word on each that is missing', async () => {
  const file = join(folder(), 'kore.channel.json');
  expect(await run('channels', 'export', 'Kore.ai demo', '--out', file)).toMatchObject({ code: 0, out: '' });
  const text = await readFile(file, 'utf8');
  for (const secret of Object.values(await createFileSecretBox(folder()).read())) expect(text).not.toContain(secret);
  const { code, out } = await run('channels', 'import', file);
  expect(code).toBe(0);
  expect(out).toContain('Added the channel Kore.ai demo 2.');
  expect(out).toContain('clientSecret (Default) was not in the file');
  expect((await run('channels')).out).toMatch(/^Kore\.ai demo 2 {2}\(kore; plays both ends/m);
  const told = JSON.parse((await run('channels', 'import', file, '--json')).out) as { name: string };
  expect(told.name).toBe('Kore.ai demo 3');
});

test('a channel is printed where no file is named', async () => {
  const { code, out } = await run('channels', 'export', 'chatlayer demo');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ hookbench: 'channel', platformId: 'chatlayer' });
});

test('a file that is none, a file that is not there and a channel that is not there are refused with words', async () => {
  const file = join(folder(), 'other.json');
  await writeFile(file, '{"log": {}}');
  expect(await run('channels', 'import', file)).toMatchObject({
    code: 2,
    err: expect.stringContaining('no channel that Hookbench exported') as string,
  });
  expect(await run('channels', 'import', join(folder(), 'none.json'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no file') as string,
  });
  expect(await run('channels', 'export', 'nobody')).toMatchObject({
    code: 2,
    err: expect.stringContaining('The channels are: "Kore.ai demo"') as string,
  });
});
