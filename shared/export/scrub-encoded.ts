import { bytesOf } from '#shared/exchange/body.ts';
import { encodeBase64, encodeBase64Url } from '#shared/text/base64.ts';
import { withEntities, withoutEntities } from '#shared/export/entities.ts';
import { exactText } from '#shared/export/exported.ts';
import { looseBase64, looseHex } from '#shared/export/loose-bytes.ts';
import type { Scrubbing } from '#shared/export/scrubbing.ts';

/** `scrub`: how what was decoded is looked into. */
type Decoding = Scrubbing & { readonly scrub: (text: string, scrubbing: Scrubbing) => string };

/** The text with everything private replaced that stands in it in another form; it is written in the same form again. */
export const scrubEncoded = (text: string, scrubbing: Decoding): string =>
  [scrubQuoted, scrubPercent, scrubEntities, scrubWrapped, scrubBase64, scrubHex].reduce(
    (before, step) => step(before, scrubbing),
    text,
  );

const changedWithin = (
  decoded: string | null,
  scrubbing: Decoding,
  encode: (after: string) => string,
): string | null => {
  // eslint-disable-next-line no-control-regex -- controls tell bytes from text.
  if (decoded === null || decoded === '' || /[\0-\x08\x0b\x0c\x0e-\x1f]/.test(decoded)) return null;
  const after = scrubbing.scrub(decoded, scrubbing);
  return after === decoded ? null : encode(after);
};

/** A string of JSON among other words: in it there are escapes. */
const scrubQuoted = (text: string, scrubbing: Decoding): string =>
  text.includes('\\')
    ? text.replaceAll(/"(?:[^"\\]|\\.)+"/g, (literal) => {
        const decoded = literal.includes('\\') ? stringOf(literal) : null;
        return changedWithin(decoded, scrubbing, JSON.stringify) ?? literal;
      })
    : text;

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
  /&(?:#|amp;|lt;|gt;|quot;|apos;)/i.test(text)
    ? text.replaceAll(/[^<>"']+/g, (run) => {
        const decoded = withoutEntities(run);
        return (decoded === run ? null : changedWithin(decoded, scrubbing, withEntities)) ?? run;
      })
    : text;

/** Base64 over several lines, as mail has it (RFC 2045 §6.8). */
const scrubWrapped = (text: string, scrubbing: Decoding): string =>
  text.replaceAll(/(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]{2,76}={0,2}(?![\w+/])/g, (block) => {
    const [first = '', ...more] = block.split(/\r?\n/);
    const bytes = looseBase64([first, ...more].join(''));
    const lineEnd = block.includes('\r\n') ? '\r\n' : '\n';
    const lines = new RegExp(`.{${String(first.length)}}(?=.)`, 'g');
    return (
      changedWithin(bytes && exactText(bytes), scrubbing, (after) =>
        encodeBase64(bytesOf(after)).replaceAll(lines, `$&${lineEnd}`),
      ) ?? block
    );
  });

const scrubBase64 = (text: string, scrubbing: Decoding): string =>
  text.replaceAll(/[\w+/-]{8,}={0,2}/g, (run) => {
    const whole = scrubBase64Run(run, scrubbing);
    return (
      whole ??
      run.replaceAll(/[A-Za-z0-9]{8,}={0,2}/g, (part) =>
        part === run ? part : (scrubBase64Run(part, scrubbing) ?? part),
      )
    );
  });

const scrubBase64Run = (run: string, scrubbing: Decoding): string | null => {
  const bytes = looseBase64(run);
  const isUrl = /[-_]/.test(run) || (!/[+/=]/.test(run) && run.length % 4 !== 0);
  return changedWithin(bytes && exactText(bytes), scrubbing, (after) =>
    isUrl ? encodeBase64Url(bytesOf(after)) : encodeBase64(bytesOf(after)),
  );
};

const scrubHex = (text: string, scrubbing: Decoding): string =>
  text.replaceAll(/(?<![\da-f])(?:[\da-f]{2}){6,}(?![\da-f])/gi, (run) => {
    const bytes = looseHex(run);
    return (
      changedWithin(bytes && exactText(bytes), scrubbing, (after) =>
        Array.from(bytesOf(after), (byte) => byte.toString(16).padStart(2, '0')).join(''),
      ) ?? run
    );
  });

/** A text as a form has it; null where it is none. */
export const formDecoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
};
