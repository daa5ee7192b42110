import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { chatlayerSettings } from './settings.ts';

const windowLength = 60_000;
const memoryKey = 'platform/rate';

export type RateState = { readonly isExceeded: boolean; readonly headers: HeaderLines };

/** The window that runs: since when, and how many requests it has seen. */
const windowOf = ({
  memory,
  stamp,
}: Pick<PlatformContext, 'memory' | 'stamp'>): { readonly since: number; readonly count: number } => {
  const kept = memory.get(memoryKey);
  if (isJsonObject(kept)) {
    const { since, count } = kept;
    if (typeof since === 'number' && typeof count === 'number' && stamp.now < since + windowLength)
      return { since, count };
  }
  return { since: stamp.now, count: 0 };
};

/** Counts a request, and says what the limit is and what is left of it, as headers. Without a limit there are none. */
export const countRequest = (context: Pick<PlatformContext, 'memory' | 'stamp' | 'settings'>): RateState => {
  const { rateLimit } = chatlayerSettings(context.settings);
  if (rateLimit === 0) return { isExceeded: false, headers: [] };
  const { since, count } = windowOf(context);
  context.memory.set(memoryKey, { since, count: count + 1 });
  return {
    isExceeded: count >= rateLimit,
    headers: rateHeaders(rateLimit, Math.max(0, rateLimit - count - 1), since + windowLength, context),
  };
};

/** The headers of the limit. `reset` in milliseconds since 1970; the setting says in which unit it is written. */
const rateHeaders = (
  limit: number,
  remaining: number,
  reset: number,
  { settings }: Pick<PlatformContext, 'settings'>,
): HeaderLines => [
  ['x-ratelimit-limit', String(limit)],
  ['x-ratelimit-remaining', String(remaining)],
  [
    'x-ratelimit-reset',
    String(chatlayerSettings(settings).rateReset === 's' ? Math.ceil(reset / 1000) : Math.floor(reset)),
  ],
];

/** The headers of a limit that is used up: nothing left for the rest of a minute. */
export const exhaustedHeaders = (context: Pick<PlatformContext, 'stamp' | 'settings'>): HeaderLines =>
  rateHeaders(chatlayerSettings(context.settings).rateLimit, 0, context.stamp.now + windowLength, context);
