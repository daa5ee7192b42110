import { textOf } from '#shared/exchange/body.ts';
import { decodeBase64, decodeBase64Url } from '#shared/text/base64.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';

export type JwtPlace = 'token' | 'header' | 'payload' | 'signature';

/** One thing wrong with a token, as a sentence. Never holds more of the token than a character and its place. */
export type JwtProblem = { readonly at: JwtPlace; readonly code: string; readonly summary: string };

/** One of the parts between the dots: the text as it came, and what it says where that can be read. */
export type JwtPart = {
  readonly text: string;
  /** The decoded text, or null where it is not base64url of UTF-8. */
  readonly decoded: string | null;
  /** The decoded JSON object, or null where it is none. */
  readonly json: JsonObject | null;
};

/** A token taken apart. Nothing here says that it can be trusted. */
export type DecodedJwt = {
  /** `jws`: three parts, signed (RFC 7515 §7.1). `jwe`: five parts, encrypted (RFC 7516 §7.1). `other`: neither. */
  readonly form: 'jws' | 'jwe' | 'other';
  /** Every text between dots, as it came. */
  readonly texts: readonly string[];
  readonly header: JwtPart;
  readonly payload: JwtPart;
  /** `bytes` is null where the signature is not base64url; an unsigned token has none at all: 0 bytes. */
  readonly signature: { readonly text: string; readonly bytes: Uint8Array | null };
  readonly problems: readonly JwtProblem[];
};

const absent: JwtPart = { text: '', decoded: null, json: null };

/** Takes a compact JWS apart and says what is wrong with each part. Works on any string, and never throws. */
export const decodeJwt = (token: string): DecodedJwt => {
  const texts = token.split('.');
  const problems: JwtProblem[] = [];
  const form = texts.length === 3 ? 'jws' : texts.length === 5 ? 'jwe' : 'other';
  if (form === 'jwe')
    problems.push({
      at: 'token',
      code: 'jwt.encrypted',
      summary: 'Five parts: this is an encrypted token (JWE). Only its header can be read without the key.',
    });
  else if (form === 'other')
    problems.push({
      at: 'token',
      code: 'jwt.parts',
      summary: `${count(texts.length)}: a signed token is header, payload and signature with two dots between them.`,
    });
  const header = readPart('header', texts[0] ?? '', problems);
  const payload = form === 'jwe' || texts[1] === undefined ? absent : readPart('payload', texts[1], problems);
  const signatureText = form === 'jwe' ? '' : (texts[2] ?? '');
  const bytes = form === 'jws' ? readBytes('signature', signatureText, problems) : null;
  return { form, texts, header, payload, signature: { text: signatureText, bytes }, problems };
};

/** The token of an `Authorization` value with the scheme `Bearer`, in any case (RFC 9110 §11.1), or null. Spaces around the token are not part of it. */
export const bearerToken = (headerValue: string): string | null =>
  /^bearer +(\S.*)$/i.exec(headerValue.trim())?.[1] ?? null;

const count = (parts: number): string => (parts === 1 ? 'One part' : `${parts} parts`);

const readBytes = (at: JwtPlace, text: string, problems: JwtProblem[]): Uint8Array | null => {
  const strict = decodeBase64Url(text);
  if (strict.ok) return strict.bytes;
  const unpadded = text
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');
  const lenient = decodeBase64Url(unpadded);
  if (unpadded !== text && (lenient.ok || decodeBase64(text).ok)) {
    problems.push({
      at,
      code: 'jwt.base64',
      summary: `The ${at} is written in base64, not in base64url: replace + with -, / with _, and leave out the = at the end.`,
    });
    return lenient.ok ? lenient.bytes : null;
  }
  problems.push({ at, code: 'jwt.base64url', summary: `The ${at} is not base64url. ${strict.problem}` });
  return null;
};

const readPart = (at: JwtPlace, text: string, problems: JwtProblem[]): JwtPart => {
  if (text === '') {
    problems.push({ at, code: 'jwt.empty', summary: `The ${at} is empty.` });
    return absent;
  }
  const bytes = readBytes(at, text, problems);
  if (!bytes) return { text, decoded: null, json: null };
  const body = textOf(bytes);
  if (!body.isExact) {
    problems.push({ at, code: 'jwt.utf8', summary: `The ${at} is not UTF-8 text.` });
    return { text, decoded: null, json: null };
  }
  // A byte order mark is no part of JSON (RFC 8259 §8.1): strict parsers refuse it.
  const parsed = parseJson(body.hasBom ? `\u{feff}${body.text}` : body.text);
  if (!parsed.ok) problems.push({ at, code: 'jwt.json', summary: `The ${at} is not JSON. ${parsed.problem}` });
  else if (!isJsonObject(parsed.value))
    problems.push({ at, code: 'jwt.object', summary: `The ${at} is JSON, but not an object.` });
  return { text, decoded: body.text, json: parsed.ok && isJsonObject(parsed.value) ? parsed.value : null };
};

/** A claim in plain language. `instant` is a date in milliseconds since 1970, for the page to write as people write dates. */
export type ClaimMeaning = {
  readonly meaning: string;
  readonly instant?: number;
  /** Where time decides: the claim holds now, has run out, begins later, or is no time at all. */
  readonly state?: 'holds' | 'over' | 'not-yet' | 'odd';
};

/** Registered claims (RFC 7519 §4.1) and header parameters (RFC 7515 §4.1), then names that chatbot platforms use. */
const meanings: Readonly<Record<string, string>> = {
  iss: 'Who made the token',
  sub: 'Whom the token is about',
  aud: 'For whom the token is meant',
  exp: 'Not valid from this moment on',
  nbf: 'Not valid before this moment',
  iat: 'When the token was made',
  jti: 'The number of this token, so that it can be used once only',
  alg: 'How the token is signed',
  typ: 'What kind of token it is',
  cty: 'What the payload is',
  kid: 'Which key it was signed with',
  appId: 'The client id of the app that calls',
  isAnonymous: 'Whether the user is not a registered one',
  userIdentity: 'The user that the token speaks for',
  scope: 'What the token allows',
};

const timeClaims: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat']);

/** Beyond this, seconds were almost certainly meant to be milliseconds: the year 5138. */
const latestPlausible = 1e11;

const timeState = (name: string, instant: number, nowMs: number): 'holds' | 'over' | 'not-yet' => {
  if (name === 'exp') return instant <= nowMs ? 'over' : 'holds';
  return instant > nowMs ? 'not-yet' : 'holds';
};

/** What a claim or header parameter means. Times are NumericDate, seconds since 1970 (RFC 7519 §2); `nowMs` is in milliseconds. */
export const describeClaim = (name: string, value: Json, nowMs: number): ClaimMeaning => {
  const meaning = Object.hasOwn(meanings, name) ? (meanings[name] ?? '') : 'A claim of the sender’s own';
  if (!timeClaims.has(name)) return { meaning };
  if (typeof value !== 'number')
    return { meaning: `${meaning}; but it is not a number of seconds since 1970`, state: 'odd' };
  if (Math.abs(value) >= latestPlausible)
    return { meaning: `${meaning}; but it is given in milliseconds, not in seconds`, instant: value, state: 'odd' };
  const instant = value * 1000;
  return { meaning, instant, state: timeState(name, instant, nowMs) };
};
