import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startControlServer } from '#main/control/control-server.ts';
import type { SecretBox } from '#main/harness/world.ts';
import { startHarness } from '#main/harness/harness.ts';
import { lockDataFolder } from '#main/io/data-lock.ts';
import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { openWorld } from '#main/io/open-world.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { createSealedSecretBox, sealedFileName, type Sealer } from './sealed-secret-box.ts';

export type RunningBench = {
  readonly harness: Harness;
  readonly reportBug: (error: unknown) => string;
  /** Keeps what is under way, closes every socket and lets go of the folder. */
  readonly stop: () => Promise<void>;
};

export type BenchOptions = {
  readonly folder: string;
  readonly version: string;
  readonly pageFolder: string;
  /** Null where the system has no key for us: then secrets stand in a file that only this user can read. */
  readonly sealer: Sealer | null;
  readonly port: number | null;
};

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A folder whose secrets the headless product keeps in its file stays open to both; else the system's key seals them. */
export const secretBoxFor = async (folder: string, sealer: Sealer | null): Promise<SecretBox> => {
  const isSealed = await exists(join(folder, sealedFileName));
  const isPlain = !isSealed && (await exists(join(folder, 'secrets.json')));
  return sealer && !isPlain ? createSealedSecretBox(folder, sealer) : createFileSecretBox(folder);
};

/** Locks the folder, opens what it holds, listens, and lets the command line in. What was opened is closed again when a later step fails. */
export const startBench = async (options: BenchOptions): Promise<RunningBench> => {
  const closers: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    await mkdir(options.folder, { recursive: true, mode: 0o700 });
    const lock = await lockDataFolder(options.folder);
    closers.push(lock.release);
    const world = await openWorld({
      folder: options.folder,
      product: { version: options.version, shell: 'desktop' },
      secrets: await secretBoxFor(options.folder, options.sealer),
    });
    closers.push(world.close);
    const { reportBug } = world;
    const running = await startHarness(world, options.port === null ? {} : { port: options.port });
    closers.push(running.stop);
    const { harness } = running;
    const control = await startControlServer({ harness, port: 0, pageFolder: options.pageFolder, reportBug });
    closers.push(control.close);
    await lock.announce({ pid: process.pid, controlUrl: control.url, token: control.token });
    return { harness, reportBug, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
