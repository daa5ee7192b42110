import { createInterface } from 'node:readline/promises';
import { writeFileInOneStep } from '#main/io/write-file.ts';
import { conversationIdOf, type Channel } from '#shared/channel/channel.ts';
import type { CommandInput, Harness } from '#shared/contract/harness.ts';
import { carryOutExport, takeExport } from '#shared/export/carry-over.ts';
import type { Skipped } from '#shared/export/export-step.ts';
import { isTranscript, type ExportFormat, type Shell } from '#shared/export/export-format.ts';
import type { ReviewLine } from '#shared/export/placeholders.ts';
import type { Session } from '#shared/session/state.ts';
import { channelNamed } from './conversation-turn.ts';
import { foundRows } from './found-rows.ts';
import { openHarness } from './open-harness.ts';
import { printable, printProblem } from './print.ts';
import { refused } from './refused.ts';
import { sessionOf } from './watch-session.ts';

export type ExportOptions = {
  readonly data: string;
  readonly format: ExportFormat;
  readonly channel?: string;
  /** Whose conversation. */
  readonly conversation?: string;
  readonly exchange: readonly number[];
  /** What a query finds. */
  readonly query?: string;
  /** A file; the standard output when left out. */
  readonly out?: string;
  readonly shell: Shell;
  readonly withSecrets: boolean;
  /** What is replaced besides. */
  readonly replace: readonly string[];
  /** Writes the bundle without asking. */
  readonly yes: boolean;
};

/** `hookbench export`: writes what was captured in a form that other programs or people read. 0 written, 1 not wanted after the review. */
export const exportTraffic = async (options: ExportOptions): Promise<number> => {
  checkOptions(options);
  const { data, format, withSecrets, shell, replace } = options;
  const { harness, close } = await openHarness(data);
  try {
    const finished = await carryOutExport(harness, {
      format,
      choice: await choiceIn(harness, { ...options, exchange: await chosenIn(harness, options) }),
      options: { withSecrets, alsoReplace: [...replace], ...(format === 'curl' ? { shell } : {}) },
    });
    // Nobody cancels here.
    if (!finished) return 1;
    tellSkipped(finished.file.skipped);
    if (format !== 'bundle') tellLeftOut(finished.file.review);
    if (format === 'bundle' && !(await isAgreed(finished.file.review, options.yes))) {
      await harness.forgetExport({ exportId: finished.exportId });
      return 1;
    }
    await write(Buffer.from(await takeExport(harness, finished)).toString('utf8'), options.out);
    return 0;
  } finally {
    await close();
  }
};

const checkOptions = ({ format, withSecrets, exchange, query, shell, replace }: ExportOptions): void => {
  if (withSecrets && (isTranscript(format) || format === 'bundle'))
    throw refused('--with-secrets is for har, curl and postman: what is made for people to read holds none.');
  if (withSecrets && replace.length > 0) throw refused('With --with-secrets nothing is replaced: leave --replace out.');
  if (exchange.length > 0 && isTranscript(format))
    throw refused('A transcript is of conversations: leave out --exchange, or name --conversation.');
  if (query !== undefined && isTranscript(format))
    throw refused('A transcript is of conversations: leave out --query, or name --conversation.');
  if (query !== undefined && exchange.length > 0) throw refused('Give either --exchange or --query.');
  if (shell !== 'posix' && format !== 'curl') throw refused('--shell is for curl only.');
};

/** An export takes so many exchanges; of what a query finds beyond, the older ones are left out. */
const mostChosen = 10_000;

const chosenIn = async (harness: Harness, { query, exchange }: ExportOptions): Promise<readonly number[]> => {
  if (query === undefined) return exchange;
  const { ids, hasMore } = await foundRows(harness, query, mostChosen);
  if (ids.length === 0) throw refused(`Nothing was found for ${query}, so there is nothing to write.`);
  if (hasMore) printProblem(`Only the newest ${String(mostChosen)} fit into one file: older ones are left out.`);
  return ids;
};

const choiceIn = async (
  harness: Harness,
  { channel: channelName, conversation: userId, exchange }: ExportOptions,
): Promise<CommandInput<'exportTraffic'>['choice']> => {
  const session = await sessionOf(harness);
  const channel = channelName === undefined ? null : channelNamed(session.channels, channelName);
  const found = userId === undefined ? [] : await conversationsOf(userId, channel, session, harness);
  if (userId !== undefined && found.length === 0)
    throw refused(`There is no conversation of ${userId}${channel ? ` on ${channel.name}` : ''}.`);
  return {
    ...(channel ? { channelId: channel.id } : {}),
    ...(userId === undefined ? {} : { conversationIds: found }),
    ...(exchange.length === 0 ? {} : { exchangeIds: [...exchange] }),
  };
};

/** The ids of what this user has said on one channel or on all: those that the session knows, and older ones in which anything was said. */
const conversationsOf = async (
  userId: string,
  only: Channel | null,
  { channels, conversations }: Session,
  harness: Harness,
): Promise<string[]> => {
  const found: string[] = [];
  for (const { id: channelId } of only ? [only] : channels) {
    const id = conversationIdOf(channelId, userId);
    const isKnown = conversations.some((each) => each.id === id);
    if (isKnown || (await harness.listMessages({ conversationId: id, limit: 1 })).messages.length > 0) found.push(id);
  }
  return found;
};

const tellSkipped = (skipped: readonly Skipped[]): void => {
  for (const { why, count } of skipped) printProblem(skippedWords[why](String(count)));
};

const skippedWords: Readonly<Record<Skipped['why'], (count: string) => string>> = {
  gone: (count) => `${count} of the exchanges are not there any more, and left out.`,
  'too-many': (count) => `Only the newest fit into one file: at least ${count} older ones are left out.`,
  malformed: (count) => `${count} of the exchanges are no HTTP, and left out.`,
};

/** What could not be looked into is not in the file: nobody would expect that. A signature that went shows where it stood. */
const tellLeftOut = (review: readonly ReviewLine[]): void => {
  const lines = review.filter(({ kind, what }) => kind === 'left-out' && what !== 'signature');
  if (lines.length === 0) return;
  printProblem(
    'Left out, because a credential could stand in it unseen; --with-secrets leaves it in har, curl and postman:',
  );
  for (const line of lines) printProblem(`  ${lineWords(line)}`);
};

const lineWords = ({ what, count, places }: ReviewLine): string => {
  const where = places.length > 4 ? `${places.slice(0, 4).join(', ')}, …` : places.join(', ');
  return `${what}, ${count === 1 ? 'once' : `${String(count)} times`}: ${where}`;
};

/** Shows what was replaced where, and asks; where nobody can answer, `--yes` has to have been given. */
const isAgreed = async (review: readonly ReviewLine[], yes: boolean): Promise<boolean> => {
  printProblem(review.length === 0 ? 'Nothing had to be replaced.' : 'What is replaced or left out:');
  for (const line of review) printProblem(`  ${line.placeholder || '(gone)'}  ${lineWords(line)}`);
  if (yes) return true;
  if (!process.stdin.isTTY) throw refused('Nobody can be asked here whether this may be written: add --yes.');
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await asking.question('Write the bundle? [y/N] ')).trim());
  } finally {
    asking.close();
  }
};

/** A terminal would obey what stands in a captured body: there it is shown, and only a file or a pipe gets it as it is. */
const write = async (text: string, out: string | undefined): Promise<void> => {
  if (out !== undefined) await writeFileInOneStep(out, text);
  else
    await new Promise<void>((resolve) => {
      process.stdout.write(process.stdout.isTTY ? printable(text) : text, () => resolve());
    });
};
