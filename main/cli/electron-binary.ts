import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the package of Electron is, or null where it was not installed (a production install leaves it out). */
export const electronPackage = (): string | null => {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
};

/** The executable that was fetched, or null. Never asks the package itself, which would fetch and print as it likes. */
export const electronExecutable = (packageFolder: string): string | null => {
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : null;
};

/** Why this machine cannot show a window, before anything is fetched or started; null when nothing speaks against it. */
export const reasonAgainstWindow = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  userId: number | undefined,
): string | null => {
  if (platform !== 'linux') return null;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY'])
    return 'There is no display (DISPLAY and WAYLAND_DISPLAY are not set)';
  // Chromium would need --no-sandbox, and a bench for foreign requests does not give its sandbox away unasked.
  if (userId === 0) return 'The window does not run as root, because its sandbox would have to be off';
  return null;
};

/** What the output of a program that failed says in one line: its first message, without a stack and without control characters. */
export const firstReason = (output: string): string | null => {
  const lines = output.split(/\r?\n/).map((line) => line.replaceAll(/\p{Cc}/gu, ' ').trim());
  const found = lines.find((line) => /error|fatal|cannot|failed|unable/i.test(line) && !line.startsWith('at '));
  return found ? found.replace(/^(?:\w*Error|\[[^\]]*\]):?\s*/, '').slice(0, 200) : null;
};

export type Ended = { readonly code: number | null; readonly errors: string };

/** Waits for a program to end, or for `milliseconds` to pass: then it is ended, or (with `leave`) left running and null returned. */
export const endOf = async (child: ChildProcess, milliseconds: number, leave = false): Promise<Ended | null> => {
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-20_000);
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      if (leave) resolve(null);
      else child.kill();
    }, milliseconds);
    const finish = (ended: Ended): void => {
      clearTimeout(timer);
      resolve(ended);
    };
    child.once('error', (error) => finish({ code: null, errors: `Error: ${error.message}` }));
    child.once('exit', (code) => finish({ code, errors }));
  });
};

const patience = 10 * 60_000;

/** Fetches the executable with the package's own script (which checks its fingerprint); the reason in words when it fails. */
export const fetchElectron = async (
  packageFolder: string,
): Promise<{ readonly executable: string } | { readonly reason: string }> => {
  const child = spawn(process.execPath, [join(packageFolder, 'install.js')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = await endOf(child, patience);
  const executable = electronExecutable(packageFolder);
  if (ended?.code === 0 && executable) return { executable };
  const told = firstReason(ended?.errors ?? '');
  const isOffline = told === null || /fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT/.test(told);
  return { reason: `Electron could not be fetched (${isOffline ? 'its download host cannot be reached' : told})` };
};
