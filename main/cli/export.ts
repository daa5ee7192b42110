import { createInterface } from 'node:readline/promises';
import { writeFileInOneStep } from '#main/io/write-file.ts';
import { writeBundle } from '#shared/export/bundle.ts';
import { writeCurl, type Shell } from '#shared/export/curl.ts';
import type { ExportedConversation, ExportedExchange } from '#shared/export/exported.ts';
import { writeHar } from '#shared/export/har.ts';
import { Placeholders, type ReviewLine } from '#shared/export/placeholders.ts';
import { writePostman } from '#shared/export/postman.ts';
import { scrubAll } from '#shared/export/scrub-exchange.ts';
import { transcriptHtml } from '#shared/export/transcript-html.ts';
import { transcriptMarkdown } from '#shared/export/transcript-markdown.ts';
import type { Session } from '#shared/session/state.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { channelNamed } from './conversation-turn.ts';
import { chosenConversations, chosenExchanges, learnPrivate, type Chosen } from './export-contents.ts';
import { openHarness } from './open-harness.ts';
import { printable, printProblem } from './print.ts';
import { productVersion } from './product-files.ts';
import { refused } from './refused.ts';
import { sessionOf } from './watch-session.ts';

export const exportFormats = ['har', 'curl', 'postman', 'markdown', 'html', 'bundle'] as const;
type Format = (typeof exportFormats)[number];

export type ExportOptions = {
  readonly data: string;
  readonly format: Format;
  readonly channel?: string;
  /** Whose conversation. */
  readonly conversation?: string;
  readonly exchange: readonly number[];
  /** A file; the standard output when left out. */
  readonly out?: string;
  readonly shell: Shell;
  readonly withSecrets: boolean;
  /** Writes the bundle without asking. */
  readonly yes: boolean;
};

/** `hookbench export`: writes what was captured in a form that other programs or people read. 0 written, 1 not wanted after the review. */
export const exportTraffic = async (options: ExportOptions): Promise<number> => {
  checkOptions(options);
  const { data, format, withSecrets } = options;
  const { harness, close } = await openHarness(data);
  try {
    const session = await sessionOf(harness);
    const chosen: Chosen = {
      channel: options.channel === undefined ? null : channelNamed(session.channels, options.channel),
      userId: options.conversation ?? null,
      exchangeIds: options.exchange,
    };
    const isTranscript = format === 'markdown' || format === 'html';
    const found = {
      exchanges: isTranscript ? [] : await chosenExchanges(harness, session, chosen),
      conversations:
        isTranscript || (format === 'bundle' && options.exchange.length === 0)
          ? await chosenConversations(harness, session, chosen)
          : [],
    };
    if (found.exchanges.length === 0 && found.conversations.length === 0)
      throw refused('There is nothing to export: no exchange or conversation is of that kind.');
    const placeholders = new Placeholders(format === 'bundle');
    if (!withSecrets) await learnPrivate(placeholders, data, session);
    const safe = withSecrets ? { ...found, review: [] } : scrubAll(found, placeholders);
    if (format === 'bundle' && !(await isAgreed(safe.review, options.yes))) return 1;
    await write(written(safe, options, session), options.out);
    return 0;
  } finally {
    await close();
  }
};

const checkOptions = ({ format, withSecrets, exchange, shell }: ExportOptions): void => {
  const isTranscript = format === 'markdown' || format === 'html';
  if (withSecrets && (isTranscript || format === 'bundle'))
    throw refused('--with-secrets is for har, curl and postman: what is made for people to read holds none.');
  if (exchange.length > 0 && isTranscript)
    throw refused('A transcript is of conversations: leave out --exchange, or name --conversation.');
  if (shell !== 'posix' && format !== 'curl') throw refused('--shell is for curl only.');
};

type Safe = {
  readonly exchanges: readonly ExportedExchange[];
  readonly conversations: readonly ExportedConversation[];
  readonly review: readonly ReviewLine[];
};

const written = (safe: Safe, { format, shell }: ExportOptions, { channels }: Session): string => {
  const version = productVersion();
  switch (format) {
    case 'har':
      return json(writeHar(safe.exchanges, { version }));
    case 'curl':
      return safe.exchanges
        .map((each) => `# Exchange ${String(each.exchange.summary.id)}\n${writeCurl(each, shell)}\n`)
        .join('\n');
    case 'postman':
      return json(writePostman(safe.exchanges, 'Hookbench'));
    case 'markdown':
      return transcriptMarkdown(safe.conversations);
    case 'html':
      return transcriptHtml(safe.conversations);
    case 'bundle':
      return json(writeBundle({ ...safe, channels }, { version, at: Date.now() }));
    default:
      return assertNever(format);
  }
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Shows what was replaced where, and asks; where nobody can answer, `--yes` has to have been given. */
const isAgreed = async (review: readonly ReviewLine[], yes: boolean): Promise<boolean> => {
  printProblem(review.length === 0 ? 'Nothing had to be replaced.' : 'What is replaced or left out:');
  for (const { placeholder, what, count, places } of review) {
    const where = places.length > 4 ? `${places.slice(0, 4).join(', ')}, …` : places.join(', ');
    printProblem(`  ${placeholder || '(gone)'}  ${what}, ${String(count)} times: ${where}`);
  }
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
