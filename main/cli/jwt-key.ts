import { readFile } from 'node:fs/promises';
import { printProblem } from './print.ts';
import { refused } from './refused.ts';

/** Where a key comes from. There is no argument for the key itself: every program of the machine can read arguments. */
export type KeySource = { readonly keyFile?: string };

export const keyVariable = 'HOOKBENCH_KEY';

/** The key of a file, else of the environment. One line break at the end of a file was put there by its editor, and is left out. */
export const readKey = async (
  { keyFile }: KeySource,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> => {
  if (keyFile === undefined) {
    const key = env[keyVariable];
    if (key === undefined || key === '')
      throw refused(`There is no key: set ${keyVariable}, or name a file with --key-file.`);
    return key;
  }
  const text = await readFile(keyFile, 'utf8').catch((error: Error) => {
    throw refused(`The key file cannot be read: ${error.message}.`);
  });
  const key = text.replace(/\r?\n$/, '');
  if (key === '') throw refused('The key file is empty.');
  if (key !== text && !key.startsWith('-----BEGIN'))
    printProblem('The line break at the end of the key file is not taken as a part of the key.');
  return key;
};
