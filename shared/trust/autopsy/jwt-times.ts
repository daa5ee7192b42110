import type { Cause } from '#shared/trust/autopsy/cause.ts';
import type { CauseCode } from '#shared/trust/autopsy/causes.ts';
import { durationWords, groupDigits } from '#shared/text/amount.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import type { JwtEvidence } from './evidence.ts';

type TimeClaim = 'exp' | 'nbf' | 'iat';
/** What the platform said of a check, by its id; null where it has none. */
type ResultOf = (id: string) => string | null;

/** From here on it is milliseconds: the year 5138 in seconds. */
const leastMilliseconds = 1e11;
/** Below, it is a length of time and no moment: 1978 in seconds. */
const mostDuration = 2.5e8;

const again = { remedy: { kind: 'sign-again' } } as const;

const seconds = (amount: number): string => {
  const whole = Math.ceil(amount);
  const words = durationWords(whole);
  return whole < 120 ? words : `${words} (${groupDigits(whole)} s)`;
};

/** Why a moment is none, or null where it is seconds since 1970. */
const unitOf = (value: number, claim: TimeClaim): string | null => {
  if (value >= leastMilliseconds) return 'milliseconds';
  return claim === 'exp' && value >= 60 && value < mostDuration ? 'a length of time' : null;
};

const unitCause = (claim: TimeClaim, value: number, unit: string, certainty: Cause['certainty']): Cause => ({
  code: `jwt.${claim}.unit`,
  because: `${claim} is given ${unit === 'milliseconds' ? 'in milliseconds' : 'as a length of time'}, and it has to be seconds since 1970.`,
  proof:
    unit === 'milliseconds'
      ? `${String(value)} has ${String(Math.trunc(value)).length} digits; in seconds a date of our days has 10.`
      : `${String(value)} seconds since 1970 are in the year ${String(1970 + Math.floor(value / 31_556_952))}.`,
  fix:
    unit === 'milliseconds'
      ? `Divide it by 1000 and drop the rest: ${claim} is a NumericDate (RFC 7519 §2).`
      : `Add the time of now in seconds: ${claim} is a moment, not a duration (RFC 7519 §2).`,
  certainty,
  ...again,
});

const typeCause = (
  claim: 'exp' | 'nbf' | 'iat',
  value: Json,
  { told }: JwtEvidence,
  code: CauseCode,
  certainty: Cause['certainty'],
): Cause => ({
  code,
  because: `${claim} is ${typeof value === 'string' ? 'a text' : told(value)}, and it has to be a number of seconds since 1970.`,
  proof:
    typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value.trim())
      ? 'The number stands in quotes: a JSON number has none.'
      : 'Its value in the JSON of the payload is no number.',
  fix: `Write ${claim} as a number without quotes, in seconds since 1970.`,
  certainty,
  ...again,
});

const past = (exp: number, { iat }: JsonObject, now: number): Cause => {
  const late = now / 1000 - exp;
  const lifetime = typeof iat === 'number' && iat < leastMilliseconds ? exp - iat : null;
  const lived =
    lifetime === null
      ? ''
      : lifetime <= 0
        ? ' It had run out before it was made: exp is not after iat.'
        : ` It was made to last ${seconds(lifetime)}.`;
  return {
    code: 'jwt.exp.past',
    because: `The token expired ${seconds(late)} ago.`,
    proof: `exp is ${groupDigits(Math.ceil(late))} s in the past. It would pass where clocks may differ by ${groupDigits(Math.floor(late) + 1)} s.${lived}`,
    fix: 'Sign a new token for each request, and check the clock of the machine that signs.',
    certainty: 'proven',
    ...again,
  };
};

const expiry = (claims: JsonObject, evidence: JwtEvidence, result: string | null): Cause | null => {
  const { exp } = claims;
  if (exp === undefined || result === 'pass') return null;
  const certainty = result === 'warn' ? 'possible' : 'proven';
  if (typeof exp !== 'number') return typeCause('exp', exp, evidence, 'jwt.exp.type', certainty);
  const unit = unitOf(exp, 'exp');
  if (unit !== null)
    return unitCause('exp', exp, unit, unit === 'milliseconds' && result !== 'fail' ? 'possible' : certainty);
  return exp * 1000 <= evidence.trustCase.now ? past(exp, claims, evidence.trustCase.now) : null;
};

/** `nbf` and `iat`: platforms differ in whether they look at them, so it is proven only where this one says that it failed. */
const begin = (
  claim: 'nbf' | 'iat',
  claims: JsonObject,
  evidence: JwtEvidence,
  result: string | null,
): Cause | null => {
  const value = claims[claim];
  if (value === undefined || result === 'pass') return null;
  const certainty = result === 'fail' ? 'proven' : 'possible';
  if (typeof value !== 'number') return typeCause(claim, value, evidence, `jwt.${claim}.unit`, certainty);
  if (unitOf(value, claim) !== null) return unitCause(claim, value, 'milliseconds', certainty);
  const ahead = value - evidence.trustCase.now / 1000;
  if (ahead <= 0) return null;
  const skew = `It would pass where clocks may differ by ${groupDigits(Math.ceil(ahead))} s.`;
  return claim === 'nbf'
    ? {
        code: 'jwt.nbf.future',
        because: `The token is not valid before another ${seconds(ahead)}.`,
        proof: `nbf is ${groupDigits(Math.ceil(ahead))} s in the future. ${skew}`,
        fix: 'Leave nbf out, or check the clock of the machine that signs.',
        certainty,
        ...again,
      }
    : {
        code: 'jwt.iat.future',
        because: `The clock of the sender is ahead: the token was made in ${seconds(ahead)} from now.`,
        proof: `iat is ${groupDigits(Math.ceil(ahead))} s in the future. ${skew}`,
        fix: 'Set the clock of the machine that signs by a time server.',
        certainty,
        ...again,
      };
};

/** What is wrong with the times of a token. */
export const timeCauses = (claims: JsonObject, evidence: JwtEvidence, resultOf: ResultOf): readonly Cause[] =>
  [
    expiry(claims, evidence, resultOf('jwt.exp')),
    begin('nbf', claims, evidence, resultOf('jwt.nbf')),
    begin('iat', claims, evidence, resultOf('jwt.iat')),
  ].filter((each) => each !== null);
