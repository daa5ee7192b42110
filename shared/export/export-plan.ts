import { assertNever } from '#shared/text/assert-never.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import { bundleWriter } from '#shared/export/bundle.ts';
import { curlWriter } from '#shared/export/curl.ts';
import { extensionOf, isTranscript, type ExportFormat, type Shell } from '#shared/export/export-format.ts';
import type { FileWriter } from '#shared/export/file-writer.ts';
import { harWriter } from '#shared/export/har.ts';
import { Placeholders } from '#shared/export/placeholders.ts';
import { postmanWriter } from '#shared/export/postman.ts';
import { scrubChannelName } from '#shared/export/scrub-exchange.ts';
import { htmlWriter } from '#shared/export/transcript-html.ts';
import { markdownWriter } from '#shared/export/transcript-markdown.ts';
import type { ExportPlan } from '#shared/export/write-export.ts';

export type ExportOptions = {
  readonly shell?: Shell;
  readonly withSecrets?: boolean;
  readonly keepPersons?: boolean;
  readonly alsoReplace?: readonly string[];
};

/** What is known before the first exchange is looked at. */
export type Known = {
  /** Each with a few words that say what it is. */
  readonly secrets: readonly { readonly value: string; readonly what: string }[];
  readonly userIds: readonly string[];
  readonly channels: readonly { readonly id: string; readonly name: string; readonly platformId: string }[];
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** One sentence where these options do not go with this form, else null. */
export const unfitOptions = (
  format: ExportFormat,
  { withSecrets, shell, keepPersons, alsoReplace = [] }: ExportOptions,
): string | null => {
  if (withSecrets && alsoReplace.length > 0)
    return 'Where credentials are left nothing is replaced: leave one of the two out.';
  if (withSecrets && (isTranscript(format) || format === 'bundle'))
    return 'Credentials can be left only in har, curl and postman: what is made for people to read holds none.';
  if (keepPersons !== undefined && format !== 'bundle')
    return 'Whether persons are left is a question for a bundle only: in every other form they are.';
  return shell !== undefined && shell !== 'posix' && format !== 'curl' ? 'The shell is for curl only.' : null;
};

/** How a file of this form is written, and what is replaced in it. */
export const exportPlan = (format: ExportFormat, options: ExportOptions, known: Known): ExportPlan => {
  const { withSecrets = false, keepPersons = false, alsoReplace = [], shell = 'posix' } = options;
  if (withSecrets) return { placeholders: null, writer: () => writerOf(format, shell, known) };
  const placeholders = new Placeholders(format === 'bundle' && !keepPersons);
  for (const { value, what } of known.secrets) if (value !== '') placeholders.learn('secret', value, what);
  for (const each of alsoReplace) placeholders.learn('chosen', each, 'chosen by you');
  if (placeholders.coversPersons) for (const each of known.userIds) placeholders.learn('user', each);
  return {
    placeholders,
    writer: () => {
      const channels = known.channels.map((each) => ({ ...each, name: scrubChannelName(each.name, placeholders) }));
      return writerOf(format, shell, { ...known, channels });
    },
  };
};

const writerOf = (format: ExportFormat, shell: Shell, { channels, version, now }: Known): FileWriter => {
  switch (format) {
    case 'har':
      return harWriter({ version });
    case 'curl':
      return curlWriter(shell);
    case 'postman':
      return postmanWriter('Hookbench');
    case 'markdown':
      return markdownWriter();
    case 'html':
      return htmlWriter();
    case 'bundle':
      return bundleWriter(channels, { version, at: now });
    default:
      return assertNever(format);
  }
};

/** A name that says what it is and when it was made (UTC), and never whom it is about. */
export const exportName = (
  format: ExportFormat,
  { shell = 'posix' }: ExportOptions,
  { exchangeIds, now }: { readonly exchangeIds: readonly number[] | undefined; readonly now: number },
): string => {
  const [only, ...more] = exchangeIds ?? [];
  const subject =
    only !== undefined && more.length === 0
      ? `exchange-${String(only)}`
      : isTranscript(format)
        ? 'transcript'
        : 'traffic';
  const made = isoTime(now).replace(/T(\d\d):(\d\d).*$/, '-$1$2');
  return `hookbench-${subject}-${made}.${extensionOf(format, shell)}`;
};
