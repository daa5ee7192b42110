import { readFile } from 'node:fs/promises';
import type { Static, TSchema } from 'typebox';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { parseJson } from '#shared/text/parse-json.ts';

/** The content of a JSON file that a person may have edited; null where there is none. Refuses with `data.unreadable` and leaves the file as it is. */
export const readJsonFile = async <Schema extends TSchema>(
  file: string,
  schema: Schema,
): Promise<Static<Schema> | null> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw unreadable(file, error.message, error);
  });
  if (text === null) return null;
  // Editors on Windows begin a file with a byte order mark.
  const parsed = parseJson(text.replace(/^\u{feff}/u, ''));
  if (!parsed.ok) throw unreadable(file, parsed.problem);
  const [issue] = issuesOf(schema, parsed.value);
  if (issue) throw unreadable(file, `${issue.path || 'the whole'} ${issue.message}`);
  return parsed.value as Static<Schema>;
};

const unreadable = (file: string, reason: string, cause?: unknown): HarnessError =>
  new HarnessError(fault('data.unreadable', { file, reason: reason.replace(/\.$/, '') }), { cause });
