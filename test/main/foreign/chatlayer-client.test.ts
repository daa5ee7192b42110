import { expect, test } from 'vitest';
import type { Session } from '#shared/session/state.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { expectNoDeviation, runForeign } from '#test/main/foreign/foreign-program.ts';
import { environmentOf, meet, openPlatformBench, part } from '#test/main/foreign/platform-bench.ts';

const legB = { addressSetting: 'webhookUrl', path: '/hook' };

const modes: readonly (readonly [title: string, settings: JsonObject])[] = [
  ['the envelope E1 and opaque payloads', { envelope: 'E1', payloads: 'opaque' }],
  ['the envelope E1 and payloads of JSON', { envelope: 'E1', payloads: 'json' }],
  ['the envelope E2', { envelope: 'E2' }],
  ['both envelopes in one', { envelope: 'merged' }],
];

test.each(modes)('a Python app on the current dialect converses with %s', async (_, settings) => {
  const meeting = await meet('chatlayer_d1_client.py', 'chatlayer', {
    ...legB,
    settings: { dialect: 'd1', ...settings },
  });
  expectNoDeviation(await part(meeting), 80);
});

test('an app that answers 500 three times to each message loses none of them, and their order holds', async () => {
  const meeting = await meet('chatlayer_d1_client.py', 'chatlayer', {
    ...legB,
    settings: { dialect: 'd1', retryAfter: 5 },
    told: { failures: 3 },
  });
  const report = await meeting.program.end();
  expectNoDeviation(report, 120);
  const answered = ({ exchanges }: Session, wanted: number): number =>
    exchanges.filter(
      ({ direction, outcome }) => direction === 'outbound' && outcome.state === 'answered' && outcome.status === wanted,
    ).length;
  const { messages } = await meeting.until((session) => answered(session, 500) === answered(session, 200) * 3);
  // Each is told once, however often it was sent; the image and its title are two requests of one message.
  expect(messages.filter((each) => each.author !== 'user').length).toBe(answered(meeting.session(), 200) - 1);
  await meeting.closeAndDelete();
});

test('an app that always answers 500 gets the message and three retries, and no more', async () => {
  const meeting = await meet('chatlayer_deaf_client.py', 'chatlayer', {
    ...legB,
    settings: { dialect: 'd1', retryAfter: 5 },
  });
  expectNoDeviation(await part(meeting), 9);
});

test.each(['opaque', 'json'])(
  'a Python app on the deprecated dialect converses with payloads that are %s',
  async (payloads) => {
    const meeting = await meet('chatlayer_d0_client.py', 'chatlayer', {
      ...legB,
      settings: { dialect: 'd0', payloads },
    });
    expectNoDeviation(await part(meeting), 80);
  },
);

test('the app notices a wrong verify token when the platform end is told to send one', async () => {
  const meeting = await meet('chatlayer_d1_client.py', 'chatlayer', {
    ...legB,
    settings: { dialect: 'd1' },
    told: { verifyToken: 'what the app was configured with' },
  });
  const report = await part(meeting);
  expect(report.exitCode).toBe(1);
  expect(report.deviations).toEqual([expect.stringContaining('“its verifyToken is the channel’s” does not hold')]);
});

test.each(['d1', 'd0', 'd2'])('curl posts to leg A in the dialect %s', async (dialect) => {
  const bench = await openPlatformBench('chatlayer', { settings: { dialect, webhookUrl: 'http://127.0.0.1:9/' } });
  const named = {
    DIALECT: 'dialect',
    ACCESS_TOKEN: 'accessToken',
    VERIFY_TOKEN: 'verifyToken',
    CHANNEL_ID: 'channelId',
    BOT_ID: 'botId',
  };
  const environment = { ...environmentOf(bench, named), SESSION_ID: 'curl-session-1' };
  const report = await runForeign('chatlayer.sh', { environment });
  await bench.closeAndDelete();
  expectNoDeviation(report, 2);
});
