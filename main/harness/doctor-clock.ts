import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import { headerValue, type RawResponse } from '#shared/exchange/raw-http.ts';
import { readHttpDate } from '#shared/text/http-date.ts';
import { layerOf, type LookedAt } from './doctor-layers.ts';
import { failed, notLookedAt, passed, warned } from './doctor-checks.ts';

/** When a request went out and its answer came, in milliseconds since 1970. */
type Moments = { readonly asked: number; readonly came: number };

/** A `Date` header says the second in which the answer was made (RFC 9110 §6.6.1), so that half a second each way is not known. */
const unknownPart = 500;
/** Seconds that nobody notices: libraries that look at iat and nbf allow as much at least, where they allow anything. */
const slight = 2;

/** Whether the clock there agrees with ours, which is what the times of a token are compared with. */
export const checkClock = (address: LookedAt, { headers }: RawResponse, moments: Moments): ChannelCheck => {
  const named = layerOf(address, 'clock');
  const offset = offsetOf(headerValue(headers, 'date'), moments);
  if (offset === null) return notLookedAt(named, 'The answer has no Date header, so its clock is not known.');
  const { token } = address;
  const seconds = Math.round(offset / 1000);
  if (Math.abs(seconds) <= slight)
    return passed(named, 'Its clock agrees with that of this machine, as far as a Date header can tell.');
  const apart = `Its clock is ${lengthOf(Math.abs(seconds))} ${seconds > 0 ? 'ahead of' : 'behind'} that of this machine`;
  if (!token) return passed(named, `${apart}; nothing that is sent there has a time in it.`);
  const next = 'Set the clocks of both machines by a time server (NTP).';
  if (seconds > 0) return checkAhead(named, apart, seconds, token, next);
  return token.saysWhenMade
    ? warned(named, `${apart}, so the iat of each token lies in its future: some refuse that.`, next)
    : passed(named, `${apart}, and a token that does not say when it was made lives longer there by that much.`);
};

/** There it is later already: a token has less time left. */
const checkAhead = (
  named: ReturnType<typeof layerOf>,
  apart: string,
  seconds: number,
  { validFor }: NonNullable<LookedAt['token']>,
  next: string,
): ChannelCheck => {
  if (validFor === null) return passed(named, `${apart}; the tokens never expire, so that does not matter.`);
  if (seconds >= validFor)
    return failed(
      named,
      `${apart}, and a token is valid for ${lengthOf(validFor)}: each has expired when it arrives.`,
      next,
    );
  return warned(named, `${apart}, so a token is valid there for ${lengthOf(validFor - seconds)} only.`, next);
};

/** How far the other clock is ahead, in milliseconds; null where it says nothing that is a time. */
const offsetOf = (date: string | undefined, { asked, came }: Moments): number | null => {
  const told = date === undefined ? null : readHttpDate(date);
  if (told === null) return null;
  const between = (asked + came) / 2;
  const offset = told + unknownPart - between;
  const unknown = unknownPart + (came - asked) / 2;
  return Math.abs(offset) <= unknown ? 0 : offset;
};

const lengthOf = (seconds: number): string => {
  if (seconds < 120) return `${String(seconds)} s`;
  return seconds < 7200 ? `${String(Math.round(seconds / 60))} min` : `${String(Math.round(seconds / 3600))} h`;
};
