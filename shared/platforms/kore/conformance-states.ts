import { headerValue } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { at, firstOf, like, rowsOf, same, say } from './conformance-words.ts';
import { facts } from './facts.ts';

const row = rowsOf('state', 'platform');

/** With the defect on, a good message is answered with this error on both versions. */
const refusing = (id: string, fact: Fact, defect: string, status: number, msg: string): ConformanceRow =>
  row(
    id,
    fact,
    async (probe) => {
      const [v1, v2] = [await say(probe, 'v1', 'hi'), await say(probe, 'v2', 'hi')];
      const errors = [{ msg, code: status }];
      return firstOf(
        same('the status on V1', v1.status, status),
        same('the body on V1', v1.json, { errors }),
        same('the status on V2', v2.status, status),
        same('errors on V2', v2.json['errors'], errors),
        same('_v on V2', v2.json['_v'], 'v2'),
      );
    },
    { defects: [defect] },
  );

const invalidToken = 'Invalid Access token';
const timedOut = 'The request has been timed-out';

/** Channels that do not work, each as a defect. */
export const stateRows: readonly ConformanceRow[] = [
  refusing('not-approved', facts.notApproved, 'channel.not-approved', 401, invalidToken),
  refusing('not-enabled', facts.notEnabled, 'channel.not-enabled', 404, 'Not Found'),
  refusing('not-enabled-401', facts.overloaded401, 'channel.not-enabled-401', 401, invalidToken),
  refusing('not-published', facts.notPublished, 'channel.not-published', 504, timedOut),
  refusing('not-published-401', facts.overloaded401, 'channel.not-published-401', 401, invalidToken),
  refusing('unknown-bot', facts.unknownBot, 'channel.unknown-bot', 404, 'Not Found'),
  refusing('no-anonymous', facts.anonymous, 'channel.no-anonymous', 412, 'Precondition Failed'),
  refusing('too-many', facts.tooMany, 'channel.too-many', 429, 'Too Many requests'),
  refusing('timed-out', facts.timeout, 'answer.timed-out', 504, timedOut),
  row('time-limit', facts.timeout, async (probe) =>
    firstOf(
      same('the limit in seconds', probe.settings['syncLimit'], 15),
      same('the status of an answer within it', (await say(probe, 'v1', 'hi')).status, 200),
    ),
  ),
  row(
    'retry-after',
    facts.retryAfter,
    async (probe) => same('Retry-After', headerValue((await say(probe, 'v1', 'hi')).headers, 'retry-after'), '7'),
    { settings: { retryAfter: 7 }, defects: ['channel.too-many'] },
  ),
  row(
    'no-retry-after',
    facts.retryAfter,
    async (probe) => {
      const { status, headers } = await say(probe, 'v1', 'hi');
      return firstOf(
        same('the status', status, 429),
        same('Retry-After', headerValue(headers, 'retry-after'), undefined),
      );
    },
    { defects: ['channel.too-many'] },
  ),
  row(
    'disabled-text',
    facts.disabledText,
    async (probe) => {
      const [v1, v2] = [await say(probe, 'v1', 'hi'), await say(probe, 'v2', 'hi')];
      return firstOf(
        like('text on V1', v1.json['text'], /disabled on this channel/),
        like('val on V2', at(v2.json, 'data', 0, 'val'), /disabled on this channel/),
      );
    },
    { defects: ['channel.disabled-text'] },
  ),
  row(
    'cold-start',
    facts.coldStart,
    async (probe) => {
      const [first, second] = [await say(probe, 'v1', 'hi'), await say(probe, 'v1', 'hi')];
      return firstOf(same('the first status', first.status, 401), same('the second', second.status, 200));
    },
    { defects: ['channel.cold-start'] },
  ),
];
