import type { Place } from '#shared/trust/credential-spot.ts';
import { redact } from '#shared/channel/redact.ts';

/** Names of places that people use for credentials, without case, dots and dashes: they are words, and no part of a secret. */
const usualNames = new Set(
  [
    'authorization proxyauthorization auth authtoken bearer cookie token verifytoken challengeverifytoken accesstoken',
    'accesskey accesssecret secret key apikey apitoken appid appsecret appkey clientid clientsecret botid id password',
    'signature webhooktoken channeltoken usertoken hubverifytoken',
  ].flatMap((line) => line.split(' ')),
);

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/**
 * The name of a place, as it came, where a sentence may hold it: a usual one, or one that shares no four characters with any of the secrets,
 * for a caller may well have put a secret there. Else null.
 */
const shownName = (name: string, secrets: readonly string[]): string | null => {
  if (!/^[\x21-\x7e]{1,60}$/.test(name)) return null;
  const steps = name.split('/').filter((each) => each !== '');
  if (steps.length > 0 && steps.every((each) => usualNames.has(plain(each).replace(/^x/, '')))) return name;
  const lower = name.toLowerCase();
  const shares = (secret: string): boolean => {
    const kept = secret.toLowerCase();
    for (let start = 0; start + 4 <= lower.length; start += 1)
      if (kept.includes(lower.slice(start, start + 4))) return true;
    return false;
  };
  return secrets.some(shares) ? null : name;
};

const kinds = {
  header: ['the header', 'another header'],
  query: ['the query parameter', 'another parameter of the query'],
  body: ['the body at', 'another part of the body'],
  form: ['the form field', 'a field of a form'],
  path: ['the path', 'the path'],
} as const;

/** A place as a sentence says it, without a part of a secret in it. */
export const placeWords = (place: Place, secrets: readonly string[]): string => {
  const [kind, unnamed] = kinds[place.in];
  if (place.in === 'path') return `part ${place.name} of the path`;
  const name = shownName(place.name, secrets);
  return name === null ? unnamed : `${kind} ${name}`;
};

/** The name of a channel, which its owner gave it, without a secret in it. */
export const channelWords = (name: string, secrets: readonly string[]): string =>
  `“${redact(name, secrets).slice(0, 80)}”`;

/** How many characters there are, as people count them. */
export const lengthOf = (text: string): number => Array.from(text).length;

export const characters = (count: number): string => (count === 1 ? '1 character' : `${String(count)} characters`);

/** A sentence begins so. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
