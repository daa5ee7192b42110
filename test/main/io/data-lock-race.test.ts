import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { bundled } from '#test/main/bundled.ts';

const contestants = 6;
const program = join(import.meta.dirname, 'lock-and-wait.mjs');

test(`of ${contestants} processes that find the lock of a dead one, exactly one takes it over`, async () => {
  const built = await bundled({ lock: 'main/io/data-lock.ts' });
  const folder = await mkdtemp(join(tmpdir(), 'hookbench-race-'));
  const dead = spawn(process.execPath, ['-e', '']);
  await once(dead, 'exit');
  await writeFile(join(folder, 'lock'), String(dead.pid));

  const children = Array.from({ length: contestants }, () =>
    spawn(process.execPath, [program, built, folder], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  const exits = children.map((child) => once(child, 'exit'));
  const printed = children.map((child) => createInterface(child.stdout)[Symbol.asyncIterator]());
  for (const lines of printed) expect((await lines.next()).value).toBe('ready');
  for (const child of children) child.stdin.write('go\n');
  const results = await Promise.all(printed.map(async (lines) => (await lines.next()).value as string));
  expect(results.toSorted()).toEqual([...Array.from({ length: contestants - 1 }, () => 'data.locked'), 'held']);

  for (const child of children) child.stdin.end();
  await Promise.all(exits);
  for (const each of [built, folder]) await rm(each, { recursive: true });
});
