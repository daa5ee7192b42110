import { headerValue } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { call, firstOf, rowsOf, same } from './conformance-words.ts';
import { facts } from './facts.ts';
import { textIn } from './wire.ts';

const row = rowsOf('open-api', 'platform');

/** Keys and limits of the Open API. */
export const apiKeyRows: readonly ConformanceRow[] = [
  row('keys', facts.keys, async (probe) => same('the status', (await call(probe, 'GET', '/channel')).status, 200), {
    isRemote: true,
  }),
  row(
    'keys-missing',
    facts.keysRefused,
    async (probe) => same('the status', (await call(probe, 'GET', '/channel', undefined, [])).status, 401),
    { isRemote: true },
  ),
  row(
    'keys-basic',
    facts.keys,
    async (probe) =>
      same(
        'the status',
        (await call(probe, 'GET', '/channel', undefined, [['Authorization', 'Basic a2V5OnNlY3JldA==']])).status,
        401,
      ),
    { isRemote: true },
  ),
  row('keys-wrong', facts.keysRefused, async (probe) => {
    const keys = [
      ['x-access-key', textIn(probe.settings['accessKey'])],
      ['x-access-secret', 'another-secret'],
    ] as const;
    return same('the status', (await call(probe, 'GET', '/channel', undefined, keys)).status, 403);
  }),
  row('error-body', facts.errorBody, async (probe) => {
    const { json } = await call(probe, 'GET', '/channel', undefined, []);
    return firstOf(
      same('the list of fields', Object.keys(json), ['type', 'status', 'errors', 'language']),
      same('status', json['status'], 401),
    );
  }),
  row(
    'rate-headers',
    facts.rateHeaders,
    async (probe) => {
      const { headers } = await call(probe, 'GET', '/channel');
      const reset = Number(headerValue(headers, 'x-ratelimit-reset'));
      const now = probe.stamp.now / 1000;
      return firstOf(
        same('x-ratelimit-limit', headerValue(headers, 'x-ratelimit-limit'), '1000'),
        same(
          'the kind of x-ratelimit-remaining',
          /^\d+$/.test(headerValue(headers, 'x-ratelimit-remaining') ?? ''),
          true,
        ),
        reset > now - 5 && reset < now + 3600
          ? null
          : `x-ratelimit-reset is ${reset}, which is not in seconds since 1970.`,
      );
    },
    { isRemote: true },
  ),
  row('rate-window', facts.rateWindow, async (probe) => {
    const { headers } = await call(probe, 'GET', '/channel');
    const left = Number(headerValue(headers, 'x-ratelimit-reset')) - probe.stamp.now / 1000;
    return left > 50 && left < 75 ? null : `The window ends in ${left} s.`;
  }),
  row(
    'throttled',
    facts.throttled,
    async (probe) => {
      await call(probe, 'GET', '/channel');
      await call(probe, 'GET', '/channel');
      const third = await call(probe, 'GET', '/channel');
      return firstOf(
        same('the status', third.status, 429),
        same('x-ratelimit-will-be-throttled', headerValue(third.headers, 'x-ratelimit-will-be-throttled'), 'true'),
        same('x-ratelimit-remaining', headerValue(third.headers, 'x-ratelimit-remaining'), '0'),
      );
    },
    { settings: { rateLimit: 2 } },
  ),
];
