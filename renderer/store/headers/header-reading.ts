import type { Words } from '#renderer/words/words.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import { decodeJwt } from '#shared/trust/jwt.ts';

/** What a value is read by: how many bytes the body has, and when the message came, in milliseconds since 1970. */
type Beside = { readonly bodyBytes: number; readonly at: number };

/** What the value of a header line says, in sentences; none where it says no more than it reads. */
export const headerReading = (
  [name, value]: readonly [name: string, value: string],
  beside: Beside,
  words: Pick<Words, 'headers' | 'format'>,
): readonly string[] => {
  const { reading } = words.headers;
  switch (name.toLowerCase()) {
    case 'authorization':
    case 'proxy-authorization':
      return credentialReading(value, beside, words);
    case 'content-type':
      return typeReading(value, reading);
    case 'content-length':
      return Number(value) === beside.bodyBytes ? [reading.sameLength] : [];
    case 'transfer-encoding':
      return /\bchunked\b/i.test(value) ? [reading.chunked] : [];
    case 'date':
      return clockReading(value, beside, words);
    case 'retry-after':
      return retryReading(value, words);
    case 'x-ratelimit-reset':
      return resetReading(value, words);
    default:
      return bareToken(value, beside, words);
  }
};

const credentialReading = (value: string, beside: Beside, words: Pick<Words, 'headers' | 'format'>) => {
  const { reading } = words.headers;
  const found = /^(\S+)\s+(\S.*)$/s.exec(value.trim());
  const [scheme, token] = found ? [found[1] ?? '', found[2] ?? ''] : [null, value.trim()];
  const told = scheme === null ? reading.noScheme : reading.scheme(scheme);
  if (scheme !== null && /^basic$/i.test(scheme)) return [told, reading.basic];
  return [told, ...(jwtReading(token, beside, words) ?? [reading.opaque(token.length)])];
};

/** A token may stand alone in a header of any name. */
const bareToken = (value: string, beside: Beside, words: Pick<Words, 'headers' | 'format'>) =>
  /^ey[\w-]+\.[\w-]+\./.test(value.trim()) ? (jwtReading(value.trim(), beside, words) ?? []) : [];

/** Claims that say who a token is for; the rest is in the verdict. */
const shownClaims = /^(?:iss|sub|aud|appid|clientid|identity|useridentity)$/i;

const jwtReading = (
  token: string,
  { at }: Beside,
  { headers: { reading }, format }: Pick<Words, 'headers' | 'format'>,
): readonly string[] | null => {
  const { header, payload } = decodeJwt(token);
  if (!isJsonObject(header.json)) return null;
  const claims = isJsonObject(payload.json) ? payload.json : {};
  const shown = Object.entries(claims).filter(([name]) => shownClaims.test(name));
  const expiry = claims['exp'];
  const moment = typeof expiry === 'number' ? format.moment(expiry * 1000) : null;
  return [
    reading.jwt(
      written(header.json['alg'] ?? '?'),
      shown.map(([name, value]) => `${name} ${written(value)}`).join(', '),
    ),
    ...(moment === null || typeof expiry !== 'number'
      ? []
      : [expiry * 1000 < at ? reading.expired(moment) : reading.expires(moment)]),
  ];
};

const written = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80);

const typeReading = (value: string, reading: Words['headers']['reading']): readonly string[] => {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(value)?.[1];
  const boundary = /;\s*boundary\s*=\s*"?([^";]+)/i.exec(value)?.[1];
  return [
    ...(charset === undefined ? [] : [reading.charset(charset)]),
    ...(boundary === undefined ? [] : [reading.boundary(boundary.trim())]),
    ...(charset === undefined && /[/+]json\b/i.test(value) ? [reading.noCharset] : []),
  ];
};

/** Dates of HTTP are of a second: less than two of them is no difference. */
const sameClock = 2000;

const clockReading = (
  value: string,
  { at }: Beside,
  { headers: { reading }, format }: Pick<Words, 'headers' | 'format'>,
): readonly string[] => {
  const told = Date.parse(value);
  if (Number.isNaN(told)) return [];
  const difference = told - at;
  const clock =
    Math.abs(difference) < sameClock
      ? reading.onTime
      : difference < 0
        ? reading.behind(format.duration(-difference))
        : reading.ahead(format.duration(difference));
  return [reading.moment(format.moment(told)), clock];
};

const retryReading = (value: string, { headers: { reading }, format }: Pick<Words, 'headers' | 'format'>) => {
  if (/^\d{1,9}$/.test(value.trim())) return [reading.wait(format.duration(Number(value) * 1000))];
  const at = Date.parse(value);
  return Number.isNaN(at) ? [] : [reading.moment(format.moment(at))];
};

/** Seconds or milliseconds since 1970: people and vendors mix them up. */
const resetReading = (value: string, { headers: { reading }, format }: Pick<Words, 'headers' | 'format'>) => {
  if (!/^\d{9,13}$/.test(value.trim())) return [];
  const number = Number(value);
  return [reading.moment(format.moment(number < 1e11 ? number * 1000 : number))];
};
