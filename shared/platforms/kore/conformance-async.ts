import { headerValue, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Version } from './addresses.ts';
import {
  allReceived,
  at,
  firstOf,
  lengthOf,
  like,
  rowsOf,
  same,
  say,
  sendV2,
  typed,
  user,
  type Received,
} from './conformance-words.ts';
import { facts } from './facts.ts';

const row = rowsOf('async', 'platform', { mode: 'async' });

/** An answer with three messages and the end of a task. */
const long = 'everyday account';
const failing: RawResponse = { status: 500, reason: '', headers: [], body: new Uint8Array() };

const postedFor = async (probe: Probe, version: Version, text: string): Promise<readonly Received[]> => {
  await say(probe, version, text);
  return allReceived(probe);
};

const posted = async (probe: Probe, version: Version, text: string): Promise<readonly JsonObject[]> =>
  (await postedFor(probe, version, text)).map(({ json }) => json);

/** How the Access Token goes out under these settings. */
const tokenRow = (id: string, settings: JsonObject, header: string, wanted: string | undefined): ConformanceRow =>
  row(
    `access-token-${id}`,
    facts.accessToken,
    async (probe) => {
      const [first] = await postedFor(probe, 'v1', 'hi');
      if (!first) return 'Nothing was posted.';
      return same(`the header ${header}`, headerValue(first.request.headers, header), wanted);
    },
    { settings: { accessToken: 'invented-token', ...settings } },
  );

/** A platform end whose channel is asynchronous. */
export const asyncRows: readonly ConformanceRow[] = [
  row('ack-v1', facts.ackV1, async (probe) => {
    const { status, text } = await say(probe, 'v1', 'hi');
    return firstOf(same('the status', status, 200), same('the body', text, ''));
  }),
  row('ack-v1-object', facts.ackObject, async (probe) => same('the body', (await say(probe, 'v1', 'hi')).text, '{}'), {
    settings: { ackBody: 'object' },
  }),
  row('ack-v2', facts.ackV2, async (probe) => {
    const { status, json } = await say(probe, 'v2', 'hi');
    return firstOf(
      same('the status', status, 200),
      same('status in the body', json['status'], 'ok'),
      same('_v', json['_v'], 'v2'),
      like('traceId', json['traceId'], /^RTM-TRACE-[0-9A-Z]{9}$/),
    );
  }),
  row('each-v1', facts.callbackEach, async (probe) => {
    const bodies = await posted(probe, 'v1', long);
    return firstOf(
      same('the number of requests', bodies.length, 4),
      same('the first text', bodies[0]?.['text'], 'Everyday account ending in 4821'),
      like('the second text', bodies[1]?.['text'], /^Available now/),
      like('the third text', bodies[2]?.['text'], /Anything else/),
    );
  }),
  row('each-v2', facts.callbackEach, async (probe) => {
    const bodies = await posted(probe, 'v2', long);
    return firstOf(
      same('the number of requests', bodies.length, 4),
      same(
        'the number of messages in each',
        bodies.map(({ data }) => lengthOf(data)),
        [1, 1, 1, -1],
      ),
      like('the second message', at(bodies[1], 'data', 0, 'val'), /^Available now/),
    );
  }),
  row('body-v1', facts.callbackV1, async (probe) => {
    const [body] = await posted(probe, 'v1', long);
    return same('the body', body, {
      to: user,
      from: probe.settings['botId'],
      text: 'Everyday account ending in 4821',
    });
  }),
  row('body-v2', facts.callbackV2, async (probe) => {
    const [body] = await posted(probe, 'v2', long);
    return firstOf(
      same('_v', body?.['_v'], 'v2'),
      same('type', at(body, 'data', 0, 'type'), 'text'),
      same('val', at(body, 'data', 0, 'val'), 'Everyday account ending in 4821'),
      same('to', body?.['to'], user),
    );
  }),
  row(
    'body-v2-no-user',
    facts.callbackNoUser,
    async (probe) => {
      const [body] = await posted(probe, 'v2', 'hi');
      return same('the keys', Object.keys(body ?? {}), ['data', '_v']);
    },
    { settings: { addressedV2: false, messageFlags: false } },
  ),
  row('task-end', facts.callbackTaskEnd, async (probe) => {
    const last = (await posted(probe, 'v1', long)).at(-1);
    return firstOf(
      same('text', last?.['text'], undefined),
      same('endOfTask', last?.['endOfTask'], true),
      same('endReason', last?.['endReason'], 'Fulfilled'),
      same('completedTaskName', last?.['completedTaskName'], 'Show balance'),
    );
  }),
  row('flags', facts.callbackFlags, async (probe) => {
    const bodies = (await posted(probe, 'v2', long)).slice(0, 3);
    return firstOf(
      same(
        'endOfMessage',
        bodies.map((each) => each['endOfMessage'] === true),
        [false, false, true],
      ),
      same(
        'partialMessage',
        bodies.map((each) => each['partialMessage'] === true),
        [true, true, false],
      ),
    );
  }),
  tokenRow('bearer', { accessTokenHeader: 'bearer' }, 'Authorization', 'Bearer invented-token'),
  tokenRow('plain', { accessTokenHeader: 'authorization' }, 'Authorization', 'invented-token'),
  tokenRow('x-access-token', { accessTokenHeader: 'x-access-token' }, 'x-access-token', 'invented-token'),
  tokenRow(
    'other',
    { accessTokenHeader: 'other', accessTokenHeaderName: 'X-Hook', accessTokenFormat: 'Key {token}' },
    'X-Hook',
    'Key invented-token',
  ),
  tokenRow('none', { accessTokenHeader: 'none' }, 'Authorization', undefined),
  row('no-retries', facts.callbackRetries, async (probe) => {
    probe.answerNext(failing);
    return same('the number of requests', (await posted(probe, 'v1', 'hi')).length, 1);
  }),
  row(
    'retries',
    facts.callbackRetries,
    async (probe) => {
      probe.answerNext(failing);
      return same('the number of requests', (await posted(probe, 'v1', 'hi')).length, 2);
    },
    { settings: { callbackRetries: 5, callbackRetryAfter: 0 } },
  ),
  row(
    'retries-end',
    facts.callbackRetries,
    async (probe) => {
      probe.answerNext(failing, failing, failing, failing, failing);
      return same('the number of requests', (await posted(probe, 'v1', 'hi')).length, 3);
    },
    { settings: { callbackRetries: 2, callbackRetryAfter: 0 } },
  ),
  row('proactive', facts.proactive, async (probe) => {
    await probe.say('bot', typed('Your card is on its way.'), user);
    const [first] = await allReceived(probe);
    return firstOf(same('to', first?.json['to'], user), same('text', first?.json['text'], 'Your card is on its way.'));
  }),
  row('closure', facts.callbackClosure, async (probe) => {
    await say(probe, 'v2', 'hi');
    await allReceived(probe);
    await sendV2(probe, { type: 'event', val: 'SESSION_CLOSURE' });
    const [first] = await allReceived(probe);
    return same('eventType', at(first?.json, 'data', 0, 'eventType'), 'SESSION_CLOSURE_SUCCESS');
  }),
];
