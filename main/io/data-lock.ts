import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Type, type Static } from 'typebox';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { isAlive, markOf, type ProcessMark } from './process-life.ts';
import { readJsonFile } from './read-json-file.ts';
import { refusedFile } from './refused-file.ts';
import { writeFileInOneStep } from './write-file.ts';

/** How to reach the Hookbench that uses a folder. The token is that of this start. */
const Running = Type.Object({ pid: Type.Integer(), controlUrl: Type.String(), token: Type.String() });
export type Running = Static<typeof Running>;

export type DataLock = {
  readonly announce: (running: Running) => Promise<void>;
  readonly release: () => Promise<void>;
};

const lockFile = (folder: string): string => join(folder, 'lock');
const runningFile = (folder: string): string => join(folder, 'running.json');

/** The folders of this process: its own number in a lock that is not here is that of a dead one which had the same, as in containers. */
const heldHere = new Set<string>();

const attempts = 150;
const betweenAttempts = 20;
/** A lock or a takeover that is so old, in milliseconds, and not finished was left by a process that died in the middle of it. */
const leftAfter = 2000;

/** One Hookbench at a time in a folder. Takes over the lock of a process that is dead; refuses with `data.locked` while it lives. */
export const lockDataFolder = async (folder: string): Promise<DataLock> => {
  const place = resolve(folder);
  if (heldHere.has(place)) throw locked(process.pid, folder);
  heldHere.add(place);
  try {
    await acquire(folder);
  } catch (error) {
    heldHere.delete(place);
    throw error;
  }
  return {
    announce: (running) => writeFileInOneStep(runningFile(folder), JSON.stringify(running)),
    release: async () => {
      if (!heldHere.has(place)) return;
      await rm(runningFile(folder), { force: true });
      await rm(lockFile(folder), { force: true });
      heldHere.delete(place);
    },
  };
};

/** How to reach the Hookbench that uses this folder; null where none does, or the one that did is dead. */
export const readRunning = async (folder: string): Promise<Running | null> => {
  const running = await readJsonFile(runningFile(folder), Running).catch(() => null);
  const holder = await holderOf(folder);
  return running && holder?.pid === running.pid && (await isAlive(holder)) ? running : null;
};

const acquire = async (folder: string): Promise<void> => {
  const { pid, started } = await markOf(process.pid);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await createFile(lockFile(folder), `${pid} ${started}\n`)) return;
    const holder = await holderOf(folder);
    if (holder && (await isHeld(holder))) throw locked(holder.pid, folder);
    if (await isDead(folder)) await removeDeadLock(folder);
    await wait(betweenAttempts);
  }
  throw new HarnessError(fault('data.unreadable', { file: lockFile(folder), reason: 'the lock cannot be taken' }));
};

/** Of several that find the same dead lock one removes it, and looks again first: it must not remove that of a quicker one. */
const removeDeadLock = async (folder: string): Promise<void> => {
  const takeover = `${lockFile(folder)}.takeover`;
  if (!(await createFile(takeover, ''))) {
    if ((await ageOf(takeover)) > leftAfter) await rm(takeover, { force: true });
    return;
  }
  try {
    if (await isDead(folder)) await rm(lockFile(folder), { force: true });
  } finally {
    await rm(takeover, { force: true });
  }
};

const isHeld = async (holder: ProcessMark): Promise<boolean> => holder.pid !== process.pid && isAlive(holder);

/** A lock without a holder is being written at this moment, unless it is old. */
const isDead = async (folder: string): Promise<boolean> => {
  const holder = await holderOf(folder);
  return holder ? !(await isHeld(holder)) : (await ageOf(lockFile(folder))) > leftAfter;
};

const holderOf = async (folder: string): Promise<ProcessMark | null> => {
  const content = await readFile(lockFile(folder), 'utf8').catch(() => '');
  const [pid, started = ''] = content.trim().split(' ');
  return pid ? { pid: Number(pid), started } : null;
};

/** In milliseconds; 0 where there is none. */
const ageOf = async (file: string): Promise<number> => {
  const found = await stat(file).catch(() => null);
  return found ? Date.now() - found.mtimeMs : 0;
};

/** While Windows removes a file it refuses to create one of the same name. */
const existsCodes = ['EEXIST', ...(process.platform === 'win32' ? ['EPERM', 'EACCES', 'EBUSY'] : [])];

/** False where there is one already. */
const createFile = async (file: string, content: string): Promise<boolean> => {
  try {
    await writeFile(file, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (existsCodes.includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw refusedFile(error, file);
  }
};

const locked = (pid: number, folder: string): HarnessError => new HarnessError(fault('data.locked', { pid, folder }));
