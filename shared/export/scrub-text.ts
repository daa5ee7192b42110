import { bytesOf } from '#shared/exchange/body.ts';
import { encodeBase64, encodeBase64Url } from '#shared/text/base64.ts';
import { exactText } from '#shared/export/exported.ts';
import { looseBase64 } from '#shared/export/loose-bytes.ts';
import { privateKindOf, privatePatterns } from '#shared/export/personal-field.ts';
import { formDecoded, scrubEncoded } from '#shared/export/scrub-encoded.ts';
import { scrubByteLists } from '#shared/export/scrub-bytes.ts';
import { guarded } from '#shared/export/scrub-guarded.ts';
import { scrubJson } from '#shared/export/scrub-json.ts';
import type { Scrubbing } from '#shared/export/scrubbing.ts';

const deepest = 8;

/**
 * The text with everything private replaced: fields by their names, e-mail and phone numbers and IP addresses by their form, known values
 * wherever they stand, also inside JSON strings, tokens, base64, hexadecimal and percent-encoding. Everything else stays as it is.
 */
export const scrubText = (text: string, scrubbing: Scrubbing): string => {
  if (text === '' || scrubbing.depth > deepest)
    return guarded(scrubbing.placeholders.replaceKnown(text, scrubbing.place), scrubbing);
  const inside = { ...scrubbing, depth: scrubbing.depth + 1 };
  const looksLikeJson = /^[\s\u{feff}]*[[{"]/u.test(text) && text.includes('"');
  // Before the numbers are looked at one by one.
  const asJson = looksLikeJson
    ? scrubJson(scrubByteLists(text, { ...inside, scrub: scrubText }), inside, scrubField)
    : text;
  if (looksLikeJson && isJson(text)) return asJson;
  const steps: readonly ((before: string, at: Scrubbing) => string)[] = [
    scrubTokens,
    scrubPairs,
    scrubParts,
    (before, at) => scrubEncoded(before, { ...at, scrub: scrubText }),
    scrubPatterns,
  ];
  const done = steps.reduce((before, step) => step(before, inside), asJson);
  // Here and not only at the end: what is wrapped once more would not be seen there.
  return guarded(scrubbing.placeholders.replaceKnown(done, scrubbing.place), scrubbing);
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text.replace(/^\u{feff}/u, ''));
    return true;
  } catch {
    return false;
  }
};

/** The value of a field: replaced as a whole where its name says what it is, else looked into. */
export const scrubField = (value: string, name: string, parent: string, scrubbing: Scrubbing): string => {
  const kind = privateKindOf(name, parent);
  if (kind === null || value.trim() === '' || (kind !== 'secret' && !scrubbing.placeholders.coversPersons))
    return scrubText(value, scrubbing);
  if (kind === 'secret') return scrubCredential(value, scrubbing);
  return /^(?:true|false|null|[[{])/.test(value)
    ? scrubText(value, scrubbing)
    : scrubbing.placeholders.put(kind, value, scrubbing.place);
};

const token = /(?<![\w-])ey[\w-]{5,}\.[\w-]*(?:\.[\w-]*)*/g;

/** A credential: its scheme stays, of a token what it says. */
export const scrubCredential = (value: string, scrubbing: Scrubbing): string => {
  const { placeholders, place } = scrubbing;
  const [, scheme = '', rest = ''] = /^(\s*(?:bearer|token|basic|digest)\s+)?([^]*)$/i.exec(value) ?? [];
  if (rest === '' || /^(?:true|false|null|\d{1,3}|hidden-[a-z-]+-\d+)$/.test(rest)) return value;
  if (/^basic/i.test(scheme.trim())) {
    const decoded = looseBase64(rest);
    const [, user, password] = /^([^:]*):([^]*)$/.exec((decoded && exactText(decoded)) ?? '') ?? [];
    if (password !== undefined && user !== undefined)
      return `${scheme}${encodeBase64(
        bytesOf(
          `${user && placeholders.put('secret', user, place)}:${password && placeholders.put('secret', password, place)}`,
        ),
      )}`;
  }
  if (new RegExp(`^${token.source}$`).test(rest)) return scheme + scrubTokens(rest, scrubbing);
  return /^\s*[[{]/.test(rest) ? scheme + scrubText(rest, scrubbing) : scheme + placeholders.put('secret', rest, place);
};

/** Tokens lose their signature; what they say of a person is replaced (RFC 7519 §4). */
const scrubTokens = (text: string, scrubbing: Scrubbing): string =>
  text.replaceAll(token, (whole) => {
    const [header = '', payload = '', signature, ...more] = whole.split('.');
    const parts = [header, payload].map((part) => {
      const bytes = looseBase64(part);
      const decoded = bytes && exactText(bytes);
      if (part === '') return part;
      return decoded === null ? null : encodeBase64Url(bytesOf(scrubText(decoded, scrubbing)));
    });
    const { placeholders, place } = scrubbing;
    if (parts.includes(null) || more.length > 0) return placeholders.put('secret', whole, place);
    if (signature === undefined || signature === '')
      return [...parts, ...(signature === undefined ? [] : [''])].join('.');
    if (signature !== removedSignature) placeholders.noteGone('signature', place);
    return [...parts, removedSignature].join('.');
  });

const removedSignature = 'signature-removed';

/** `name=value` as in a query or a form; name and password in an address. */
const scrubPairs = (text: string, scrubbing: Scrubbing): string => {
  const { placeholders, place } = scrubbing;
  const isForm = /^[^\s=&?/{}<>"]+=[^\s"<>{}]*$/.test(text);
  return text
    .replaceAll(
      /(\b[a-z][a-z+.-]{0,20}:\/\/)([^\s/?#@:"]{1,500}):([^\s/?#@"]{1,2000})@/gi,
      (_whole, scheme: string, user: string, password: string) =>
        `${scheme}${placeholders.put('secret', user, place)}:${placeholders.put('secret', password, place)}@`,
    )
    .replaceAll(
      isForm ? /(^|[?&#;])([^=&?#\s]+)=([^&#\s]*)/g : /([?&#;])([^=&?#\s"]+)=([^&#\s"'<>]*)/g,
      (whole, sign: string, name: string, given: string) => {
        const value = isForm ? given : withoutFullStop(given);
        const said = formDecoded(value);
        const key = formDecoded(name);
        if (said === null || key === null || said === '') return whole;
        const after = isGrant(key, said, text)
          ? placeholders.put('secret', said, place)
          : scrubField(said, key.replace(/^.*[[.]([^\].]+)\]?$/, '$1'), '', scrubbing);
        return after === said ? whole : `${sign}${name}=${encodeURIComponent(after)}${given.slice(value.length)}`;
      },
    );
};

/**
 * The code with which an app gets its token, and the state that goes with it (RFC 6749 §4.1): both words mean other things elsewhere, so
 * that they are known by what stands beside them, or by letters and digits in one that are neither a word nor a number.
 */
const isGrant = (name: string, value: string, text: string): boolean =>
  /^(?:code|state)$/i.test(name) &&
  /^[\w.~+/-]{4,}=*$/.test(value) &&
  (/(?:^|[?&#])(?:client_id|redirect_uri|response_type|grant_type|code_verifier)=/i.test(text) ||
    (value.length >= 12 && !/^(?:[a-z]+|\d+)(?:[ _.~+/-](?:[a-z]+|\d+))*$/i.test(value)));

/** In a sentence that names an address, what ends the sentence is no part of it. */
const withoutFullStop = (text: string): string => {
  let end = text.length;
  while (end > 0 && '.,;:!?)'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** Parts of a multipart form: fields by their names, files by theirs. */
const scrubParts = (text: string, scrubbing: Scrubbing): string => {
  if (!/name\*?=/i.test(text)) return text;
  const { placeholders, place } = scrubbing;
  const named = text.replaceAll(
    /(;[ \t]{0,5}name="?([^"\r\n;]{0,500})"?(?:\r?\n[^\r\n]{1,1000}){0,10}\r?\n\r?\n)([^\r\n]+)/gi,
    (_whole, head: string, name: string, value: string) => head + scrubField(value, name, '', scrubbing),
  );
  if (!placeholders.coversPersons) return named;
  return named.replaceAll(
    /(;[ \t]{0,5}filename\*?=(?:[\w-]{1,20}'[\w-]{0,20}')?"?)([^"\r\n;]+)/gi,
    (_whole, head: string, name: string) => head + placeholders.put('file', name, place),
  );
};

const scrubPatterns = (text: string, { placeholders, place }: Scrubbing): string =>
  placeholders.coversPersons
    ? privatePatterns.reduce(
        (before, [kind, pattern, addsUp = () => true]) =>
          before.replaceAll(pattern, (found) => (addsUp(found) ? placeholders.put(kind, found, place) : found)),
        text,
      )
    : text;
