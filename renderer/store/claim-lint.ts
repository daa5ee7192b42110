import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { describeClaim } from '#shared/trust/jwt.ts';
import type { JwtModel } from '#shared/trust/trust-model.ts';

/** Claims that somebody wrote, or why they are none. */
export type ClaimsWritten =
  | { readonly ok: true; readonly claims: JsonObject }
  | { readonly ok: false; readonly problem: string };

export const readClaims = (text: string): ClaimsWritten => {
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, problem: parsed.problem };
  return isJsonObject(parsed.value)
    ? { ok: true, claims: parsed.value }
    : { ok: false, problem: 'Claims are a JSON object: {"sub": "…"}.' };
};

/** What a platform with this model may stumble over, a sentence each. `now` in milliseconds since 1970. */
export const lintClaims = (
  claims: JsonObject,
  { app, requiresJti }: Pick<JwtModel, 'app' | 'requiresJti'>,
  now: number,
): readonly string[] => [...appWords(claims, app), ...timeWords(claims, now), ...otherWords(claims, requiresJti)];

const appWords = (claims: JsonObject, { names, value }: JwtModel['app']): readonly string[] => {
  const given = names.filter((name) => claims[name] !== undefined);
  if (given.length === 0) return [`No claim names the app: it needs ${names.join(' or ')}.`];
  return given
    .filter((name) => value !== '' && claims[name] !== value)
    .map((name) => `${name} is not the one of this channel.`);
};

const timeWords = (claims: JsonObject, now: number): readonly string[] => {
  const words = ['exp', 'nbf', 'iat'].flatMap((name) => {
    const value: Json | undefined = claims[name];
    if (value === undefined) return [];
    const { state, meaning } = describeClaim(name, value, now);
    if (state === 'odd') return [`${name}: ${meaning.replace(/^.*; but /, '')}.`];
    if (name === 'exp' && state === 'over') return ['exp is past: the token has expired.'];
    if (name === 'nbf' && state === 'not-yet') return ['nbf is ahead: the token is not valid yet.'];
    // A clock that is a minute ahead is usual.
    if (name === 'iat' && typeof value === 'number' && value * 1000 > now + 60_000)
      return ['iat is ahead: it claims to be made in the future.'];
    return [];
  });
  return claims['exp'] === undefined ? [...words, 'There is no exp: the token never expires.'] : words;
};

const otherWords = (claims: JsonObject, requiresJti: boolean): readonly string[] => [
  ...(claims['sub'] === undefined ? ['There is no sub: nobody is named whom the token is about.'] : []),
  ...(requiresJti && claims['jti'] === undefined ? ['There is no jti, and the app enforces it.'] : []),
];
