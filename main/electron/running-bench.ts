import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startControlServer } from '#main/control/control-server.ts';
import type { SecretBox } from '#main/harness/world.ts';
import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { openBench } from '#main/io/open-bench.ts';
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

/** Opens what the folder holds and lets the command line in. What was opened is closed again when a later step fails. */
export const startBench = async (options: BenchOptions): Promise<RunningBench> => {
  const { folder, version, pageFolder, sealer, port } = options;
  const bench = await openBench({
    folder,
    product: { version, shell: 'desktop' },
    secrets: () => secretBoxFor(folder, sealer),
    ...(port === null ? {} : { port }),
  });
  const { harness, reportBug } = bench;
  try {
    const control = await startControlServer({ harness, port: 0, pageFolder, reportBug });
    await bench.announce({ pid: process.pid, controlUrl: control.url, token: control.token });
    const stop = async (): Promise<void> => {
      await control.close();
      await bench.close();
    };
    return { harness, reportBug, stop };
  } catch (error) {
    await bench.close();
    throw error;
  }
};
