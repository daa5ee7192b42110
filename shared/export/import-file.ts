import { looksLikeCurl, readCurl } from '#shared/exchange/curl.ts';
import { importBundle } from '#shared/export/import-bundle.ts';
import { importHar } from '#shared/export/import-har.ts';
import type { ImportKind } from '#shared/export/import-kind.ts';
import { importPostman, looksLikePostman } from '#shared/export/import-postman.ts';
import { looksLikeBundle } from '#shared/export/looks-like-bundle.ts';
import { importLimits } from '#shared/export/import-limits.ts';
import { tooLarge, type ImportedExchange, type ImportReading } from '#shared/export/imported.ts';

type FileReading =
  | (Extract<ImportReading, { ok: true }> & { readonly kind: ImportKind })
  | Extract<ImportReading, { ok: false }>;

/** The exchanges of a file, and what kind of file it is. Refuses every other kind. */
export const readImport = (text: string): FileReading => {
  const [kind, read] = readerOf(text);
  if (kind === null)
    return {
      ok: false,
      problem: 'This is neither a HAR file nor a Postman collection nor a bundle nor a curl command.',
    };
  const reading = read(text);
  return reading.ok ? { ...reading, kind } : reading;
};

type Reader = readonly [kind: ImportKind, read: (text: string) => ImportReading];

const readerOf = (text: string): Reader | readonly [kind: null] => {
  if (looksLikeBundle(text)) return ['bundle', importBundle];
  if (looksLikeCurl(withoutComments(text)) || exportedCommand.test(text)) return ['curl', importCurl];
  if (!/^[\s\u{feff}]*\{/u.test(text)) return [null];
  return looksLikePostman(text) ? ['postman', importPostman] : ['har', importHar];
};

const withoutComments = (text: string): string => text.replace(/^(?:\s*#[^\n]*\n)*\s*/, '');

/** What stands above each command of a file that we have exported. */
const exportedCommand = /^(?=# Exchange \d+, trace t\d+\r?$)/m;

const commandsIn = (text: string): readonly string[] =>
  text.split(exportedCommand).filter((each) => withoutComments(each) !== '');

const importCurl = (text: string): ImportReading => {
  const commands = commandsIn(text);
  if (commands.length > importLimits.exchanges)
    return { ok: false, problem: `The file has more than ${String(importLimits.exchanges)} commands.` };
  const exchanges: ImportedExchange[] = [];
  for (const [index, command] of commands.entries()) {
    const read = exchangeOf(withoutComments(command));
    if (typeof read === 'string')
      return { ok: false, problem: commands.length === 1 ? read : `Command ${String(index + 1)} of the file: ${read}` };
    exchanges.push(read);
  }
  return { ok: true, exchanges, skipped: 0 };
};

const exchangeOf = (command: string): ImportedExchange | string => {
  if (/^printf\s/.test(command)) return 'printf makes its body, which only a shell can do: export it as HAR instead.';
  const read = readCurl(command);
  if (!read.ok) return read.problem;
  const exchange = {
    openedAt: null,
    direction: 'outbound',
    origin: read.origin ?? '',
    httpVersion: '1.1',
    request: read.request,
    response: null,
    duration: null,
    phases: [],
    findings: [],
    verdict: null,
  } as const;
  const problem = tooLarge(exchange);
  return problem === null ? exchange : `The request: ${problem}`;
};
