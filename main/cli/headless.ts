import { mkdir } from 'node:fs/promises';
import { startHarness } from '#main/harness/harness.ts';
import type { World } from '#main/harness/world.ts';
import { lockDataFolder, type DataLock } from '#main/io/data-lock.ts';
import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { openWorld } from '#main/io/open-world.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { productVersion } from './product-files.ts';

export type Headless = {
  readonly harness: Harness;
  readonly reportBug: World['reportBug'];
  readonly announce: DataLock['announce'];
  /** Keeps what is under way, closes every socket and lets go of the folder. */
  readonly close: () => Promise<void>;
};

/** The harness of a data folder in this process; `port` overrides the saved one and is not saved. What was opened is closed again when a later step fails. */
export const openHeadless = async (folder: string, port?: number): Promise<Headless> => {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closers.splice(0).toReversed()) await each();
  };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const lock = await lockDataFolder(folder);
    closers.push(lock.release);
    const product = { version: productVersion(), shell: 'served' } as const;
    const world = await openWorld({ folder, product, secrets: createFileSecretBox(folder) });
    closers.push(world.close);
    const { harness, stop } = await startHarness(world, port === undefined ? {} : { port });
    closers.push(() => stopSoon(stop, world.hangUp));
    return { harness, reportBug: world.reportBug, announce: lock.announce, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const grace = 2000;

/** What is being sent may end by itself for a moment; then it is cut, and kept as what it is. */
const stopSoon = async (stop: () => Promise<void>, hangUp: () => Promise<void>): Promise<void> => {
  const timer = setTimeout(() => void hangUp(), grace);
  await stop();
  clearTimeout(timer);
};
