import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { buildMain, runCli, type Ended, type RunningCli } from './built-cli.ts';
import { temporaryFolder } from './open-bench.ts';

/** The command line as it is shipped, for the tests of one file: each has a data folder of its own, and leaves no program running. */
export const cliInFolder = () => {
  let built = '';
  let data = '';
  const started: RunningCli[] = [];
  beforeAll(async () => {
    built = await buildMain();
  });
  afterAll(() => rm(built, { recursive: true, force: true }));
  beforeEach(async () => {
    data = await temporaryFolder();
  });
  afterEach(async () => {
    for (const { child } of started) child.kill('SIGKILL');
    await Promise.all(started.splice(0).map(({ ended }) => ended));
    await rm(data, { recursive: true, force: true });
  });
  const cli = (...args: readonly string[]): RunningCli => {
    const running = runCli(join(built, 'hookbench.js'), args, { HOOKBENCH_DATA: data, HOME: data });
    started.push(running);
    return running;
  };
  const run = (...args: readonly string[]): Promise<Ended> => cli(...args).ended;
  return { cli, run, folder: () => data };
};
