import { mkdir } from 'node:fs/promises';
import { startHarness } from '#main/harness/harness.ts';
import type { SecretBox, World } from '#main/harness/world.ts';
import type { Harness } from '#shared/contract/harness.ts';
import type { Product } from '#shared/session/state.ts';
import { lockDataFolder, type DataLock } from './data-lock.ts';
import { openWorld } from './open-world.ts';
import { refusedWithin } from './refused-file.ts';

export type OpenBench = {
  readonly harness: Harness;
  readonly reportBug: World['reportBug'];
  readonly announce: DataLock['announce'];
  /** Keeps what is under way, closes every socket and lets go of the folder. */
  readonly close: () => Promise<void>;
};

export type BenchOptions = {
  readonly folder: string;
  readonly product: Pick<Product, 'version' | 'shell'>;
  /** Asked when the folder is ours: which box it is may depend on what lies there. */
  readonly secrets: (folder: string) => SecretBox | Promise<SecretBox>;
  /** Overrides the saved one and is not saved. */
  readonly port?: number;
};

/** Locks a data folder and starts the harness on what it holds. What was opened is closed again when a later step fails. */
export const openBench = async ({ folder, product, secrets, port }: BenchOptions): Promise<OpenBench> => {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    const failures: unknown[] = [];
    // What cannot be closed must not keep the rest open, the lock least of all.
    for (const each of closers.splice(0).toReversed()) await each().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const lock = await lockDataFolder(folder);
    closers.push(lock.release);
    const world = await openWorld({ folder, product, secrets: await secrets(folder) });
    closers.push(world.close);
    const { harness, stop } = await startHarness(world, port === undefined ? {} : { port });
    closers.push(() => stopSoon(stop, world.hangUp));
    return { harness, reportBug: world.reportBug, announce: lock.announce, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw refusedWithin(error, folder);
  }
};

const grace = 2000;

/** What is being sent may end by itself for a moment; then it is cut, and kept as what it is. */
const stopSoon = async (stop: () => Promise<void>, hangUp: () => Promise<void>): Promise<void> => {
  const timer = setTimeout(() => void hangUp(), grace);
  await stop().finally(() => clearTimeout(timer));
};
