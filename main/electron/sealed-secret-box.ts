import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { writeFileInOneStep } from '#main/io/write-file.ts';
import type { SecretBox } from '#main/harness/world.ts';

/** What Electron's safeStorage does for us: the key is the system's (Keychain, DPAPI, libsecret or kwallet). */
export type Sealer = {
  readonly encryptString: (plain: string) => Uint8Array;
  readonly decryptString: (sealed: Buffer) => string;
};

export const sealedFileName = 'secrets.sealed';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const secretsOf = (text: string): Readonly<Record<string, string>> => {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object');
  return Object.fromEntries(
    Object.entries(value).filter((each): each is [string, string] => typeof each[1] === 'string'),
  );
};

/** Secrets in `<folder>/secrets.sealed`, which only this user of this machine can open. */
export const createSealedSecretBox = (folder: string, sealer: Sealer): SecretBox => {
  const file = join(folder, sealedFileName);
  return {
    kind: 'sealed',
    read: async () => {
      let sealed: Buffer;
      try {
        sealed = await readFile(file);
      } catch (error) {
        if (isMissing(error)) return {};
        throw new HarnessError(fault('data.unreadable', { file, reason: (error as Error).message }), { cause: error });
      }
      try {
        return secretsOf(sealer.decryptString(sealed));
      } catch {
        // The cause may quote what it read: it stays here.
        throw new HarnessError(
          fault('data.unreadable', { file, reason: 'it was sealed for another user or machine, or it is damaged' }),
        );
      }
    },
    write: (secrets) => writeFileInOneStep(file, sealer.encryptString(JSON.stringify(secrets))),
  };
};
