import { withoutEntities } from '#shared/export/entities.ts';
import { withoutEscapes } from '#shared/export/escapes.ts';

/** Readings in readings. */
const deepest = 4;

/**
 * What a text says where it is read as percent-encoded, as XML or HTML, as a string of a program, as mail writes it, and without what nobody
 * sees; and as each of these within the others.
 */
export const looseReadings = (text: string): readonly string[] => {
  const found = new Set<string>();
  let fresh: readonly string[] = [text];
  for (let depth = 0; depth < deepest && fresh.length > 0; depth += 1) {
    const read = fresh.flatMap((each) => readers.map((reader) => reader(each)));
    fresh = [...new Set(read)].filter((each) => each !== text && !found.has(each));
    for (const each of fresh) found.add(each);
  }
  return [...found];
};

const decodedRun = (run: string): string =>
  new TextDecoder('utf-8').decode(
    Uint8Array.from(run.match(/[\da-f]{2}/gi) ?? [], (digits) => Number.parseInt(digits, 16)),
  );

const withoutPercent = (text: string): string =>
  text.includes('%') ? text.replaceAll(/(?:%[\da-f]{2})+/gi, decodedRun) : text;

const plainEscapes = (text: string): string =>
  text.includes('\\') || text.includes('%') ? withoutEscapes(text).replaceAll(/\\(["\\/])/g, '$1') : text;

/** Quoted-printable: signs by their numbers, and lines that go on (RFC 2045 §6.7). */
const withoutQuotedPrintable = (text: string): string =>
  /=(?:[\dA-F]{2}|\r?\n)/.test(text)
    ? text.replaceAll(/=\r?\n/g, '').replaceAll(/(?:=[\dA-F]{2})+/g, decodedRun)
    : text;

/** Without signs that have no width, and with those of full width as what they stand for (Unicode UAX #15). */
const withoutDisguise = (text: string): string =>
  /[^\0-\x7f]/.test(text) ? text.replaceAll(/(?:\u034f|\p{Cf})/gu, '').normalize('NFKC') : text;

const readers = [withoutPercent, withoutEntities, plainEscapes, withoutQuotedPrintable, withoutDisguise];
