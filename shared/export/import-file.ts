import { looksLikeCurl, readCurl } from '#shared/exchange/curl.ts';
import { importBundle, looksLikeBundle } from '#shared/export/import-bundle.ts';
import { importHar } from '#shared/export/import-har.ts';
import { tooLarge, type ImportReading } from '#shared/export/imported.ts';

/** The exchanges of a file, and what kind of file it is. Refuses every other kind. */
export const readImport = (text: string): ImportReading & { readonly source: string } => {
  if (looksLikeBundle(text)) return { ...importBundle(text), source: 'a bundle' };
  if (looksLikeCurl(withoutComments(text))) return { ...importCurl(withoutComments(text)), source: 'a curl command' };
  if (/^[\s\u{feff}]*\{/u.test(text)) return { ...importHar(text), source: 'a HAR file' };
  return { ok: false, problem: 'This is neither a HAR file nor a bundle nor a curl command.', source: 'a file' };
};

const withoutComments = (text: string): string => text.replace(/^(?:\s*#[^\n]*\n)*\s*/, '');

const importCurl = (text: string): ImportReading => {
  const read = readCurl(text);
  if (!read.ok) return read;
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
  return problem === null ? { ok: true, exchanges: [exchange] } : { ok: false, problem: `The request: ${problem}` };
};
