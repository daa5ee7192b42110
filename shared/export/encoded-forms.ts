import { bytesOf } from '#shared/exchange/body.ts';
import { encodeBase64, encodeBase64Url } from '#shared/text/base64.ts';
import { withEntities } from '#shared/export/entities.ts';
import { wellFormed } from '#shared/text/well-formed.ts';

/** Shorter values stand in every text by chance: they are replaced where they belong, and not looked for in other forms. */
export const shortestSought = 6;

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/**
 * Every form in which a value could still be read: as it is, percent-encoded, inside JSON and XML, in hexadecimal, and in base64 and base64url
 * wherever it may begin within a group of three bytes.
 */
export const encodedForms = (value: string): readonly string[] => {
  const bytes = bytesOf(wellFormed(value));
  const percent = encodeURIComponent(wellFormed(value));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  const forms = [
    value,
    percent,
    percent.replaceAll(/%../g, (sign) => sign.toLowerCase()),
    percent.replaceAll('%20', '+'),
    hex.map((each) => `%${each}`).join(''),
    hex.map((each) => `%${each.toUpperCase()}`).join(''),
    inJson(value),
    inJson(inJson(value)),
    inJson(inJson(inJson(value))),
    withEntities(value),
    withEntities(value).replaceAll('&quot;', '"').replaceAll('&apos;', "'"),
    hex.join(''),
    hex.join('').toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => base64At(bytes, offset)),
  ];
  return [...new Set(forms)];
};

/** The characters that hold nothing but bits of the value. */
const base64At = (bytes: Uint8Array, offset: number): readonly string[] => {
  const moved = new Uint8Array(bytes.byteLength + offset);
  moved.set(bytes, offset);
  const from = Math.ceil((offset * 8) / 6);
  const to = Math.floor((moved.byteLength * 8) / 6);
  return [encodeBase64(moved).slice(from, to), encodeBase64Url(moved).slice(from, to)];
};
