import { textOf } from '#shared/exchange/body.ts';
import { decodeBase64, decodeBase64Url } from '#shared/text/base64.ts';
import { percentDecoded } from '#shared/trust/credential-spot.ts';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u{a0}',
  sol: '/',
  equals: '=',
  plus: '+',
};

const pointOf = (reference: string): string => {
  const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return Number.isInteger(code) && code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
};

/** HTML character references, read once (HTML Standard §13.5, the few that escaping functions make). */
export const htmlUnescaped = (text: string): string =>
  text.replaceAll(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, reference: string) =>
    reference.startsWith('#') ? pointOf(reference) || whole : (entities[reference.toLowerCase()] ?? whole),
  );

/** Percent-decoded, as a path is and as a form is; without what did not change. */
export const urlDecodings = (text: string): readonly string[] =>
  [percentDecoded(text), percentDecoded(text.replaceAll('+', ' '))].filter(
    (each): each is string => each !== null && each !== text && text.includes('%'),
  );

const quotePairs = ['""', "''", '``', '“”', '‘’', '„“', '«»', '<>'] as const;

/** Without the quotes around it, plain or with backslashes before them; null where there are none. */
export const unquoted = (text: string): string | null => {
  const inner = text.replace(/^\\(?=["'])/, '').replace(/\\(?=["']$)/, '');
  const isQuoted = quotePairs.some(
    ([open = '', close = '']) => inner.length >= 2 && inner.startsWith(open) && inner.endsWith(close),
  );
  if (isQuoted) return inner.slice(1, -1);
  // One alone is what is left of a pair when something else took the other.
  const alone = inner.replace(/^["'`“”‘’]|["'`“”‘’]$/, '');
  return alone === text ? null : alone;
};

const utf8Of = (bytes: Uint8Array): string | null => {
  const { text, isExact, hasBom } = textOf(bytes);
  // The mark is a part of what came: that it is there may be all that is wrong.
  return isExact ? (hasBom ? `\u{feff}${text}` : text) : null;
};

/** What base64 or base64url (RFC 4648 §4 and §5) of UTF-8 says; null where it is neither. */
export const base64Decoded = (text: string): string | null => {
  if (text.length < 4) return null;
  const unpadded = text
    .trim()
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');
  for (const read of [decodeBase64(text.trim()), decodeBase64Url(unpadded)]) if (read.ok) return utf8Of(read.bytes);
  return null;
};

/** UTF-8 that was read as Latin-1, as header values are, read as UTF-8 again; null where it is none. */
export const utf8Again = (text: string): string | null => {
  const points = Array.from(text, (each) => each.charCodeAt(0));
  if (!points.some((each) => each > 0x7f) || points.some((each) => each > 0xff)) return null;
  return utf8Of(Uint8Array.from(points));
};
