import { execFile } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bugReporter, openLog } from '#main/io/system.ts';
import { buildMain, runCli, type Ended } from './built-cli.ts';
import { temporaryFolder } from './open-bench.ts';

let built: string;
let place: string;
beforeAll(async () => {
  built = await buildMain();
});
afterAll(() => rm(built, { recursive: true, force: true }));
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => rm(place, { recursive: true, force: true }));

const run = (...args: readonly string[]): Promise<Ended> =>
  runCli(join(built, 'hookbench.js'), args, { HOME: place, NODE_OPTIONS: '--unhandled-rejections=strict' }).ended;

describe('a data folder that cannot be one', () => {
  test.each([
    ['a file', 'file', 'there is a file of that name, not a folder'],
    ['a folder below a file', 'file/below', 'a part of its path is a file, not a folder'],
  ])('%s is a sentence that names it, and 2', async (_what, name, reason) => {
    await writeFile(join(place, 'file'), 'of somebody else');
    const data = join(place, name);
    for (const command of [['channels'], ['serve', '--port', '0', '--no-open']]) {
      const { code, out, err } = await run(...command, '--data', data);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err.split('\n')[0]).toBe(`The system does not let Hookbench use ${data}: ${reason}.`);
      expect(err).not.toContain('    at ');
    }
  });

  test('a folder where the log should be is a sentence that names it, and 2', async () => {
    await mkdir(join(place, 'hookbench.log'));
    const { code, err } = await run('channels', '--data', place);
    expect(code).toBe(2);
    expect(err).toMatch(/^The system does not let Hookbench use .*hookbench\.log: there is a folder of that name/);
  });
});

describe('somebody who does not read to the end', () => {
  test.each([['--help'], ['channels'], ['send --channel "Kore.ai demo" hi']])(
    '%s into a closed pipe ends without a word of that',
    async (args) => {
      const script = `"$NODE" "$PROGRAM" ${args} 2> "$PLACE/errors" | true; echo "\${PIPESTATUS[0]}"; cat "$PLACE/errors"`;
      const program = join(built, 'hookbench.js');
      const env = { ...process.env, NODE: process.execPath, PROGRAM: program, PLACE: place, HOOKBENCH_DATA: place };
      const { stdout } = await promisify(execFile)('bash', ['-c', script], { env });
      // What was sent is told beside the answer.
      expect(stdout.replace(/^This is t1: .*\n/m, '')).toBe('0\n');
    },
  );
});

test.runIf(process.platform === 'linux')('a log on a full disk does not stop whoever reports a bug', async () => {
  await symlink('/dev/full', join(place, 'hookbench.log'));
  expect(bugReporter(openLog(place))(new Error('invented for this test'))).toMatch(/^[0-9a-f]{8}$/);
});
