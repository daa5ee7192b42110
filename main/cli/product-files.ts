import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isJsonObject } from '#shared/text/json.ts';

/** Upwards from here, because a build may put this code into a chunk in a folder of its own. */
const findProductFolder = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('package.json of Hookbench is missing');
  return findProductFolder(above);
};

const productFolder = findProductFolder(dirname(fileURLToPath(import.meta.url)));

export const pageFolder = join(productFolder, 'dist', 'page');

export const productVersion = (): string => {
  const content: unknown = JSON.parse(readFileSync(join(productFolder, 'package.json'), 'utf8'));
  return isJsonObject(content) && typeof content['version'] === 'string' ? content['version'] : '';
};
