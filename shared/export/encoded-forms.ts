import { bytesOf } from '#shared/exchange/body.ts';
import { encodeBase64, encodeBase64Url } from '#shared/text/base64.ts';
import { encodeBase32 } from '#shared/export/base32.ts';
import { withEntities } from '#shared/export/entities.ts';
import { wellFormed } from '#shared/text/well-formed.ts';

/** Shorter values stand in every text by chance: they are replaced where they belong, and not looked for in other forms. */
export const shortestSought = 6;

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/**
 * Every form in which a value could still be read: as it is, percent-encoded, inside JSON and XML, in hexadecimal, and in base64, base64url and
 * base32 wherever it may begin within a group of bytes.
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
    ...[0, 1, 2, 3, 4].flatMap((offset) => base32At(bytes, offset)),
  ];
  return [...new Set(forms)];
};

/** Those that hold nothing but bits of the value, of the characters that each hold so many bits. */
const within = (text: string, { byteLength }: Uint8Array, offset: number, bits: number): string =>
  text.slice(Math.ceil((offset * 8) / bits), Math.floor(((byteLength + offset) * 8) / bits));

const base64At = (bytes: Uint8Array, offset: number): readonly string[] =>
  [encodeBase64, encodeBase64Url].map((encode) => within(encode(moved(bytes, offset)), bytes, offset, 6));

const base32At = (bytes: Uint8Array, offset: number): readonly string[] => {
  const form = within(encodeBase32(moved(bytes, offset)), bytes, offset, 5);
  return [form, form.toLowerCase()];
};

const moved = (bytes: Uint8Array, offset: number): Uint8Array => {
  const whole = new Uint8Array(bytes.byteLength + offset);
  whole.set(bytes, offset);
  return whole;
};
