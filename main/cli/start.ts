import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  electronExecutable,
  electronPackage,
  endOf,
  fetchElectron,
  firstReason,
  reasonAgainstWindow,
} from './electron-binary.ts';
import { runServe } from './serve.ts';

// `npm start`: the window where this machine can show one; else one line that says why, and the same page in a browser.

const appFolder = fileURLToPath(new URL('../..', import.meta.url));
/** A window that ends within this time never came up. In milliseconds. */
const startUpTime = 15_000;
/** What the desktop app ends with when it has already told a person why it cannot start. */
const toldWhy = 2;

const passOver = (): void => undefined;

/** Opens the window and stays with it; the reason in words when it never came up. */
const openWindow = async (executable: string, args: readonly string[]): Promise<string | null> => {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(executable, [appFolder, ...args], { stdio: ['ignore', 'inherit', 'pipe'], env });
  const onTerminate = (): void => void child.kill();
  // Ctrl C reaches the window too: it keeps what it has and ends, and so do we.
  process.on('SIGINT', passOver).on('SIGTERM', onTerminate);
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
  const early = await endOf(child, startUpTime, true);
  if (!early || early.code === 0 || early.code === toldWhy) return null;
  process.off('SIGINT', passOver).off('SIGTERM', onTerminate);
  process.exitCode = 0;
  return `The window did not open (${firstReason(early.errors) ?? `it ended with code ${String(early.code)}`})`;
};

const tryWindow = async (args: readonly string[]): Promise<string | null> => {
  const against = reasonAgainstWindow(process.platform, process.env, process.getuid?.());
  if (against) return against;
  const folder = electronPackage();
  if (!folder) return 'Electron is not installed';
  const present = electronExecutable(folder);
  if (present) return openWindow(present, args);
  console.error('Fetching Electron, once (about 120 MB)…');
  const fetched = await fetchElectron(folder);
  return 'reason' in fetched ? fetched.reason : openWindow(fetched.executable, args);
};

const args = process.argv.slice(2);
const reason = await tryWindow(args);
if (reason !== null) {
  console.error(`${reason}: serving the page to a browser instead.`);
  await runServe(args);
}
