import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isAlive, markOf } from '#main/io/process-life.ts';

test('a process that runs is alive, with the mark that it has and not with that of an earlier one', async () => {
  const mark = await markOf(process.pid);
  expect(await isAlive(mark)).toBe(true);
  expect(await isAlive({ ...mark, started: '' })).toBe(true);
  if (mark.started !== '') expect(await isAlive({ ...mark, started: `${mark.started}0` })).toBe(false);
});

test('a process that has ended is dead, and so is what is no number of one', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  expect(await isAlive({ pid: child.pid ?? 0, started: '' })).toBe(false);
  for (const pid of [0, -1, Number.NaN, 1.5]) expect(await isAlive({ pid, started: '' })).toBe(false);
});

test.runIf(process.platform === 'linux')(
  'a process that was killed is dead also while nobody has asked how it ended',
  async () => {
    // The shell becomes a program that never waits for the child that it was given.
    const parent = spawn('bash', ['-c', 'sleep 30 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const mark = await markOf(Number(line.toString()));
      await expect.poll(() => readFile(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n');
      expect(await isAlive(mark)).toBe(true);
      process.kill(mark.pid, 'SIGKILL');
      await expect.poll(() => isAlive(mark)).toBe(false);
      expect(process.kill(mark.pid, 0)).toBe(true);
    } finally {
      parent.kill('SIGKILL');
    }
  },
);
