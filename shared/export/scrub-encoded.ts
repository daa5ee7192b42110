import { withEntities, withoutEntities } from '#shared/export/entities.ts';
import { withEscapes, withoutEscapes } from '#shared/export/escapes.ts';
import { changedWithin, type Decoding } from '#shared/export/scrub-decoded.ts';
import { endOfString } from '#shared/export/end-of-string.ts';
import { scrubBytes } from '#shared/export/scrub-bytes.ts';

/** The text with everything private replaced that stands in it in another form; it is written in the same form again. */
export const scrubEncoded = (text: string, scrubbing: Decoding): string =>
  [scrubQuoted, scrubPercent, scrubEntities, scrubEscapes, scrubQuotedPrintable, scrubBytes].reduce(
    (before, step) => step(before, scrubbing),
    text,
  );

/** A string of JSON among other words: in it there are escapes. Gone through by hand: a pattern would look for each end anew. */
const scrubQuoted = (text: string, scrubbing: Decoding): string => {
  if (!text.includes('\\')) return text;
  const written: string[] = [];
  let at = 0;
  for (let start = text.indexOf('"'); start >= 0; start = text.indexOf('"', at)) {
    const end = endOfString(text, start);
    const literal = text.slice(start, end);
    const decoded = literal.includes('\\') ? stringOf(literal) : null;
    written.push(text.slice(at, start), changedWithin(decoded, scrubbing, JSON.stringify) ?? literal);
    at = end;
  }
  return written.join('') + text.slice(at);
};

const stringOf = (literal: string): string | null => {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return null;
  }
};

const scrubPercent = (text: string, scrubbing: Decoding): string =>
  text.replaceAll(/(?<![\w.~!*'()+-])[\w.~!*'()+-]*%[\da-f]{2}(?:%[\da-f]{2}|[\w.~!*'()+-])*/gi, (run) => {
    const decoded = formDecoded(run);
    return changedWithin(decoded, scrubbing, encodeURIComponent) ?? run;
  });

/** What stands in XML or HTML by the numbers or names of its characters. */
const scrubEntities = (text: string, scrubbing: Decoding): string =>
  /&(?:#|[a-z]{2,8};)/i.test(text)
    ? text.replaceAll(/[^<>"']+/g, (run) => {
        const decoded = withoutEntities(run);
        return (decoded === run ? null : changedWithin(decoded, scrubbing, withEntities)) ?? run;
      })
    : text;

/** Signs that are told by their numbers among others, outside of what is JSON. */
const scrubEscapes = (text: string, scrubbing: Decoding): string =>
  /\\[ux]|%u/i.test(text)
    ? text.replaceAll(
        /(?<![\w@.+-])[\w@.+-]*(?:[\\%]u[\da-f]{4}|\\u\{[\da-f]{1,6}\}|\\x[\da-f]{2})(?:[\\%]u[\da-f]{4}|\\u\{[\da-f]{1,6}\}|\\x[\da-f]{2}|[\w@.+-])*/gi,
        (run) => changedWithin(withoutEscapes(run), scrubbing, withEscapes) ?? run,
      )
    : text;

/** Mail that is not plain ASCII (RFC 2045 §6.7); what is a pair of a name and a value reads as nothing private that way. */
const scrubQuotedPrintable = (text: string, scrubbing: Decoding): string =>
  /=[\dA-F]{2}/.test(text)
    ? text.replaceAll(/(?<![\w@.+-])[\w@.+-]*(?:=[\dA-F]{2}[\w@.+-]*)+/g, (run) => {
        const asPercent = run.replaceAll(/=([\dA-F]{2})/g, '%$1');
        return changedWithin(formDecoded(asPercent.replaceAll('+', '%2B')), scrubbing, inQuotedPrintable) ?? run;
      })
    : text;

const inQuotedPrintable = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll('%40', '@')
    .replaceAll(/%([\dA-F]{2})/g, '=$1');

/** A text as a form has it; null where it is none. */
export const formDecoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
};
