import type { Platform } from '#shared/platforms/platform.ts';
import type { HeaderRow } from './request-draft.ts';
import { headerRow } from './request-draft.ts';

/** As they are mostly written: each word with a capital. */
const titled = (name: string): string => name.replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());

const usual: readonly string[] = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'cache-control',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie',
  'host',
  'if-none-match',
  'origin',
  'referer',
  'transfer-encoding',
  'user-agent',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-request-id',
].map(titled);

/** The names of headers that are offered: those that the platform’s own examples have, then the usual ones. */
export const knownHeaders = (platform: Pick<Platform, 'examples'> | undefined): readonly string[] => {
  const own = (platform?.examples ?? []).flatMap(({ request }) => request.headers.map(([name]) => name));
  const byName = new Map([...usual, ...own].toReversed().map((name) => [name.toLowerCase(), name]));
  return [...byName.values()].toSorted((one, other) => one.localeCompare(other, 'en'));
};

const values: Readonly<Record<string, readonly string[]>> = {
  accept: ['application/json', '*/*'],
  'cache-control': ['no-cache', 'no-store'],
  'content-type': [
    'application/json',
    'application/json; charset=utf-8',
    'application/x-www-form-urlencoded',
    'text/plain; charset=utf-8',
    'application/octet-stream',
  ],
};

/** What is often written behind this name. */
export const knownValues = (name: string): readonly string[] => values[name.trim().toLowerCase()] ?? [];

/** Several lines of a head, as they are copied from elsewhere; null where the text is one line or none of them is a header. */
export const pastedHeaders = (text: string): readonly HeaderRow[] | null => {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2 && !/^[^\s:]+:\s/.test(lines[0] ?? '')) return null;
  const rows = lines.flatMap((line) => {
    const found = /^\s*([^\s:]+)\s*:[ \t]?(.*)$/.exec(line);
    return found ? [headerRow(found[1] ?? '', (found[2] ?? '').trimEnd())] : [];
  });
  return rows.length === 0 ? null : rows;
};
