import { mkdir, readFile, stat } from 'node:fs/promises';
import { createChannelFile } from '#main/io/channel-file.ts';
import { lockDataFolder } from '#main/io/data-lock.ts';
import { openExchangeStore } from '#main/io/exchange-store.ts';
import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { refusedFile } from '#main/io/refused-file.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { exactText } from '#shared/export/exported.ts';
import { readImport } from '#shared/export/import-file.ts';
import { importedRecord, importLimits } from '#shared/export/imported.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { printLine } from './print.ts';
import { refused } from './refused.ts';

export type ImportOptions = {
  readonly data: string;
  readonly file: string;
  /** The name of the channel that they are put to; none when left out. */
  readonly channel?: string;
};

/** `hookbench import`: puts what a HAR file, a curl command or a bundle holds into the data folder. All of it or nothing. */
export const importTraffic = async ({ data, file, channel }: ImportOptions): Promise<number> => {
  const read = readImport(await textOf(file));
  if (!read.ok) throw new HarnessError(fault('data.unreadable', { file, reason: read.problem.replace(/\.$/, '') }));
  await mkdir(data, { recursive: true, mode: 0o700 });
  const lock = await lockDataFolder(data);
  try {
    const channelId = channel === undefined ? null : await channelIdOf(data, channel);
    // Sealed secrets are not known here: then only what the folder shows in full anyway is not masked in a row.
    const secrets = Object.values(
      await createFileSecretBox(data)
        .read()
        .catch(() => ({})),
    );
    const store = openExchangeStore(data);
    try {
      const first = store.newestId() + 1;
      const now = Date.now();
      await Promise.all(
        read.exchanges.map((each, index) =>
          store.keep(importedRecord(each, { id: first + index, channelId, now, source: read.source, secrets })),
        ),
      );
      const last = first + read.exchanges.length - 1;
      printLine(
        `Imported ${first === last ? `exchange #${String(first)}` : `exchanges #${String(first)} to #${String(last)}`} from ${read.source}.`,
      );
      return 0;
    } finally {
      await store.close();
    }
  } finally {
    await lock.release();
  }
};

/** A file that is too large is not read at all. */
const textOf = async (file: string): Promise<string> => {
  try {
    const { size } = await stat(file);
    if (size > importLimits.bytes)
      throw refused(
        `${file} has more than ${String(importLimits.bytes / 1024 / 1024)} MiB: nothing so large is imported.`,
      );
    const text = exactText(await readFile(file));
    if (text === null)
      throw refused(`${file} is no text in UTF-8, so it is neither a HAR file nor a bundle nor a curl command.`);
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw refused(`There is no file ${file}.`);
    throw error instanceof HarnessError ? error : refusedFile(error, file);
  }
};

/** Whoever has no channels yet has the demo channels. */
const channelIdOf = async (folder: string, name: string): Promise<string> => {
  const channels =
    (await createChannelFile(folder).read())?.channels ??
    platforms.map((each) => ({ id: `${each.id}-demo`, name: each.demo.name }));
  const found =
    channels.find((each) => each.name === name) ??
    channels.find((each) => each.name.toLowerCase() === name.toLowerCase() || each.id === name);
  if (found) return found.id;
  throw new HarnessError({
    ...fault('channel.unknown', { channel: `"${name}"` }),
    next: `The channels are: ${channels.map((each) => `"${each.name}"`).join(', ') || 'none'}.`,
  });
};
