import { bytesOf } from '#shared/exchange/body.ts';
import { encodeBase64, encodeBase64Url } from '#shared/text/base64.ts';
import { encodeBase32, looseBase32 } from '#shared/export/base32.ts';
import { exactText } from '#shared/export/exported.ts';
import { looseBase64, looseHex } from '#shared/export/loose-bytes.ts';
import { packedKind } from '#shared/export/packed-bytes.ts';
import { changedWithin, type Decoding } from '#shared/export/scrub-decoded.ts';
import { inUtf16, utf16In } from '#shared/export/utf16.ts';

/** The text with everything private replaced that stands in it as bytes: in base64, base32, hexadecimal, or as a list of numbers. */
export const scrubBytes = (text: string, scrubbing: Decoding): string =>
  [scrubWrapped, scrubBase32, scrubBase64, scrubHex, scrubHexInParts, scrubByteLists].reduce(
    (before, step) => step(before, scrubbing),
    text,
  );

type Encode = (bytes: Uint8Array) => string;

/** Bytes are looked into as text in UTF-8 or UTF-16; what is packed cannot be looked into, and is left out. */
const scrubbedBytes = (bytes: Uint8Array | null, scrubbing: Decoding, encode: Encode): string | null => {
  if (!bytes) return null;
  const asText = changedWithin(exactText(bytes), scrubbing, (after) => encode(bytesOf(after)));
  if (asText !== null) return asText;
  const wide = utf16In(bytes);
  if (wide) return changedWithin(wide.text, scrubbing, (after) => encode(inUtf16(after, wide)));
  const packed = packedKind(bytes);
  if (packed === null || (packed === 'picture' && !scrubbing.placeholders.coversPersons)) return null;
  scrubbing.placeholders.noteGone(packed === 'picture' ? 'picture or document' : 'compressed text', scrubbing.place);
  return encode(bytesOf(`(left out: ${String(bytes.byteLength)} bytes)`));
};

/** Base64 over several lines, as mail has it (RFC 2045 §6.8). */
const scrubWrapped = (text: string, scrubbing: Decoding): string =>
  text.replaceAll(/(?:[A-Za-z0-9+/]{16,76}\r?\n)+[A-Za-z0-9+/]{2,76}={0,2}(?![\w+/])/g, (block) => {
    const [first = '', ...more] = block.split(/\r?\n/);
    const lineEnd = block.includes('\r\n') ? '\r\n' : '\n';
    const lines = new RegExp(`.{${String(first.length)}}(?=.)`, 'g');
    return (
      scrubbedBytes(looseBase64([first, ...more].join('')), scrubbing, (after) =>
        encodeBase64(after).replaceAll(lines, `$&${lineEnd}`),
      ) ?? block
    );
  });

const scrubBase32 = (text: string, scrubbing: Decoding): string =>
  text.replaceAll(/(?<![A-Za-z\d])(?:[A-Z2-7]{10,}|[a-z2-7]{10,})(={0,6})(?![A-Za-z\d])/g, (run, padding: string) => {
    const inCase = (after: string): string => (/[a-z]/.test(run) ? after.toLowerCase() : after);
    const padded = (after: string): string =>
      padding === '' ? after : after.padEnd(Math.ceil(after.length / 8) * 8, '=');
    return scrubbedBytes(looseBase32(run), scrubbing, (after) => padded(inCase(encodeBase32(after)))) ?? run;
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
  const isUrl = /[-_]/.test(run) || (!/[+/=]/.test(run) && run.length % 4 !== 0);
  return scrubbedBytes(looseBase64(run), scrubbing, isUrl ? encodeBase64Url : encodeBase64);
};

const digitsOf = (bytes: Uint8Array): readonly string[] =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));

const scrubHex = (text: string, scrubbing: Decoding): string =>
  text.replaceAll(
    /(?<![\da-f])(?:[\da-f]{2}){6,}(?![\da-f])/gi,
    (run) => scrubbedBytes(looseHex(run), scrubbing, (after) => digitsOf(after).join('')) ?? run,
  );

/** As `41:42:43`. */
const scrubHexInParts = (text: string, scrubbing: Decoding): string =>
  text.replaceAll(
    /(?<![\da-f])[\da-f]{2}([: -])(?:[\da-f]{2}\1){4,}[\da-f]{2}(?![\da-f])/gi,
    (run, sign: string) =>
      scrubbedBytes(looseHex(run.replaceAll(sign, '')), scrubbing, (after) => digitsOf(after).join(sign)) ?? run,
  );

/** As programs print bytes: `[114, 111, 115, 97]`, `0x72, 0x6f`. */
export const scrubByteLists = (text: string, scrubbing: Decoding): string =>
  text.replaceAll(
    /(?<![\w.-])(?:0x[\da-f]{2}|\d{1,3})(,\s{0,20}| )(?:(?:0x[\da-f]{2}|\d{1,3})\1){4,}(?:0x[\da-f]{2}|\d{1,3})(?![\w.])/gi,
    (run, between: string) => {
      const isHex = /x/i.test(run);
      const numbers = run.split(between).map(Number);
      if (numbers.some((number) => number > 255)) return run;
      return (
        scrubbedBytes(Uint8Array.from(numbers), scrubbing, (after) =>
          (isHex ? digitsOf(after).map((each) => `0x${each}`) : [...after]).join(between),
        ) ?? run
      );
    },
  );
