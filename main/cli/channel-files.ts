import { writeFileInOneStep } from '#main/io/write-file.ts';
import { longestChannelFile } from '#shared/channel/exported-channel.ts';
import { channelNamed } from './conversation-turn.ts';
import { openHarness } from './open-harness.ts';
import { printJson, printLine, printProblem } from './print.ts';
import { readFileUpTo } from './read-file-up-to.ts';
import { sessionOf } from './watch-session.ts';

type ExportOptions = { readonly data: string; readonly name: string; readonly out?: string };

/** `hookbench channels export`: a channel as a file that can be given away. */
export const exportChannel = async ({ data, name, out }: ExportOptions): Promise<number> => {
  const { harness, close } = await openHarness(data);
  try {
    const channel = channelNamed((await sessionOf(harness)).channels, name);
    const { text } = await harness.exportChannel({ channelId: channel.id });
    if (out === undefined) printLine(text.trimEnd());
    else {
      await writeFileInOneStep(out, text);
      printProblem(`Written to ${out}.`);
    }
    return 0;
  } finally {
    await close();
  }
};

type ImportOptions = { readonly data: string; readonly file: string; readonly json: boolean };

/** `hookbench channels import`: the channel of such a file, and what is left to fill in. */
export const importChannel = async ({ data, file, json }: ImportOptions): Promise<number> => {
  const text = (await readFileUpTo(file, longestChannelFile)).toString('utf8');
  const { harness, close } = await openHarness(data);
  try {
    const added = await harness.importChannel({ text });
    if (json) printJson(added);
    else {
      printLine(`Added the channel ${added.name}.`);
      for (const { environment, field } of added.missing)
        printLine(`  ${field} (${environment}) was not in the file: enter it in the settings of the channel.`);
    }
    return 0;
  } finally {
    await close();
  }
};
