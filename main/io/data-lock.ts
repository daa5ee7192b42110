import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Type, type Static } from 'typebox';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { readJsonFile } from './read-json-file.ts';
import { writeFileInOneStep } from './write-file.ts';

/** How to reach the Hookbench that uses a folder. The token is that of this start. */
const Running = Type.Object({ pid: Type.Integer(), controlUrl: Type.String(), token: Type.String() });
export type Running = Static<typeof Running>;

export type DataLock = {
  readonly announce: (running: Running) => Promise<void>;
  readonly release: () => Promise<void>;
};

const heldHere = new Set<string>();

const runningFile = (folder: string): string => join(folder, 'running.json');

/** One Hookbench at a time in a folder. Takes over the lock of a process that is dead; refuses with `data.locked` while it lives. */
export const lockDataFolder = async (folder: string): Promise<DataLock> => {
  const file = join(folder, 'lock');
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (await createWhole(file, String(process.pid))) {
      heldHere.add(file);
      return heldLock(folder, file);
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (isHeld(file, holder)) throw new HarnessError(fault('data.locked', { pid: holder, folder }));
    await takeAway(file, holder);
    await wait(10 + Math.random() * 20);
  }
  throw new HarnessError(fault('data.unreadable', { file, reason: 'the lock could not be taken' }));
};

/** Our own number in a lock that we do not hold is that of an earlier process: in a container every start has the same one. */
const isHeld = (file: string, holder: number): boolean =>
  holder === process.pid ? heldHere.has(file) : holder > 0 && isAlive(holder);

/** With its content at once, so that nobody ever reads an empty lock; false where there is one already. */
const createWhole = async (file: string, content: string): Promise<boolean> => {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

/** Two may find the same dead lock: the one that moves it away looks again whose it was, and gives a living one back. */
const takeAway = async (file: string, dead: number): Promise<void> => {
  const away = `${file}.${randomUUID()}`;
  try {
    await rename(file, away);
  } catch {
    return;
  }
  const moved = Number(await readFile(away, 'utf8').catch(() => ''));
  if (moved !== dead) await link(away, file).catch(() => undefined);
  await rm(away, { force: true });
};

const heldLock = (folder: string, file: string): DataLock => ({
  announce: (running) => writeFileInOneStep(runningFile(folder), JSON.stringify(running)),
  release: async () => {
    await rm(runningFile(folder), { force: true });
    await rm(file, { force: true });
    heldHere.delete(file);
  },
});

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** How to reach the Hookbench that uses this folder; null where none does, or the one that did is dead. */
export const readRunning = async (folder: string): Promise<Running | null> => {
  const running = await readJsonFile(runningFile(folder), Running).catch(() => null);
  return running && isAlive(running.pid) ? running : null;
};
