import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the command line as it is shipped and returns the folder: into the project's cache, so that a test neither trusts an old
 * dist/ nor needs one, and below the project, so that packages are found.
 */
export const buildMain = async (): Promise<string> => {
  const cache = join(root, '.cache');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'main-'));
  await build({ root, configFile: join(root, 'vite.config.ts'), mode: 'main', logLevel: 'error', build: { outDir } });
  return outDir;
};

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type RunningCli = {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The first line of the output; fails with what was printed when the program ends before. */
  readonly firstLine: Promise<string>;
};

/** Runs a built program as a real process; nothing of this test's own surroundings tells it where data is. */
export const runCli = (
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): RunningCli => {
  const child = spawn(process.execPath, [resolve(program), ...args], {
    env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  const firstLine = new Promise<string>((found, failed) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      if (out.includes('\n')) found(out.split('\n')[0] ?? '');
    });
    child.once('close', () => failed(new Error(`it ended before it printed a line: ${out}${err}`)));
  });
  firstLine.catch(() => undefined);
  const ended = new Promise<Ended>((resolve) => void child.once('close', (code) => resolve({ code, out, err })));
  return { child, ended, firstLine };
};
