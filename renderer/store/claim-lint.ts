import type { Words } from '#renderer/words/words.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { describeClaim } from '#shared/trust/jwt.ts';
import type { JwtModel } from '#shared/trust/trust-model.ts';

/** Claims that somebody wrote, or why they are none. */
export type ClaimsWritten =
  | { readonly ok: true; readonly claims: JsonObject }
  | { readonly ok: false; readonly problem: string };

type LintWords = Words['mint']['lint'];

export const readClaims = (text: string, words: LintWords): ClaimsWritten => {
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, problem: parsed.problem };
  return isJsonObject(parsed.value) ? { ok: true, claims: parsed.value } : { ok: false, problem: words.notAnObject };
};

/** What a platform with this model may stumble over, a sentence each. `now` in milliseconds since 1970. */
export const lintClaims = (
  claims: JsonObject,
  { app, requiresJti }: Pick<JwtModel, 'app' | 'requiresJti'>,
  now: number,
  words: LintWords,
): readonly string[] => [
  ...appWords(claims, app, words),
  ...timeWords(claims, now, words),
  ...otherWords(claims, requiresJti, words),
];

const appWords = (claims: JsonObject, { names, value }: JwtModel['app'], words: LintWords): readonly string[] => {
  const given = names.filter((name) => claims[name] !== undefined);
  if (given.length === 0) return [words.noApp(names)];
  return given.filter((name) => value !== '' && claims[name] !== value).map(words.otherApp);
};

const timeWords = (claims: JsonObject, now: number, words: LintWords): readonly string[] => {
  const remarks = ['exp', 'nbf', 'iat'].flatMap((name) => {
    const value: Json | undefined = claims[name];
    if (value === undefined) return [];
    const { state, meaning } = describeClaim(name, value, now);
    if (state === 'odd') return [words.odd(name, meaning.replace(/^.*; but /, ''))];
    if (name === 'exp' && state === 'over') return [words.expired];
    if (name === 'nbf' && state === 'not-yet') return [words.notYet];
    // A clock that is a minute ahead is usual.
    if (name === 'iat' && typeof value === 'number' && value * 1000 > now + 60_000) return [words.fromTheFuture];
    return [];
  });
  return claims['exp'] === undefined ? [...remarks, words.endless] : remarks;
};

const otherWords = (claims: JsonObject, requiresJti: boolean, words: LintWords): readonly string[] => [
  ...(claims['sub'] === undefined ? [words.noSubject] : []),
  ...(requiresJti && claims['jti'] === undefined ? [words.noJti] : []),
];
