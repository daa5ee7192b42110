import { readFile } from 'node:fs/promises';
import { refused } from './refused.ts';

/** The text of a file, or of standard input where none or `-` is named: what is looked at never has to be an argument. */
export const readSource = async (file: string | undefined): Promise<string> => {
  if (file !== undefined && file !== '-')
    return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw refused(
        error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${error.message}.`,
      );
    });
  if (process.stdin.isTTY) process.stderr.write('Paste it, then end it with Ctrl+D on an empty line.\n');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};
