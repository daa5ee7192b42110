import { basename } from 'node:path';
import { handOver } from '#shared/export/carry-over.ts';
import { kindWords } from '#shared/export/import-kind.ts';
import { importLimits } from '#shared/export/import-limits.ts';
import { channelNamed } from './conversation-turn.ts';
import { openHarness } from './open-harness.ts';
import { printLine, printProblem } from './print.ts';
import { readFileUpTo } from './read-file-up-to.ts';
import { sessionOf } from './watch-session.ts';

export type ImportOptions = {
  readonly data: string;
  readonly file: string;
  /** The name of the channel that they are put to; none when left out. */
  readonly channel?: string;
};

/** `hookbench import`: puts what a file holds into the data folder, through the Hookbench that runs there if one does. All of it or nothing. */
export const importTraffic = async ({ data, file, channel }: ImportOptions): Promise<number> => {
  const bytes = await readFileUpTo(file, importLimits.bytes);
  const { harness, close } = await openHarness(data);
  try {
    const channelId = channel === undefined ? undefined : channelNamed((await sessionOf(harness)).channels, channel).id;
    const importId = await handOver(harness, bytes);
    // Nobody cancels here.
    if (importId === null) return 1;
    const { kind, exchangeIds, skipped } = await harness.importTraffic({
      importId,
      name: basename(file).slice(0, 500),
      ...(channelId === undefined ? {} : { channelId }),
    });
    const [first = 0] = exchangeIds;
    const last = exchangeIds.at(-1) ?? first;
    const numbers = first === last ? `exchange #${String(first)}` : `exchanges #${String(first)} to #${String(last)}`;
    printLine(`Imported ${numbers} from ${kindWords[kind]}.`);
    if (skipped > 0) printProblem(`${String(skipped)} of its requests are no HTTP, and left out.`);
    return 0;
  } finally {
    await close();
  }
};
