import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import type { SecretBox } from '#main/harness/world.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { readJsonFile } from './read-json-file.ts';
import { writeFileInOneStep } from './write-file.ts';

const Secrets = Type.Record(Type.String(), Type.String());

/** Secrets in a file that only its owner can read (0600): for shells without a key store. Refuses where the desktop app has sealed them. */
export const createFileSecretBox = (folder: string): SecretBox => {
  const file = join(folder, 'secrets.json');
  const refuseSealed = (): void => {
    if (existsSync(join(folder, 'secrets.sealed'))) throw new HarnessError(fault('secrets.sealed', { folder }));
  };
  return {
    kind: 'file',
    read: async () => {
      refuseSealed();
      return (await readJsonFile(file, Secrets)) ?? {};
    },
    write: async (secrets) => {
      refuseSealed();
      await writeFileInOneStep(file, `${JSON.stringify(secrets, null, 2)}\n`);
    },
  };
};
