import { expect, test } from 'vitest';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { expectNoDeviation } from '#test/main/foreign/foreign-program.ts';
import { linesBy, meet, part } from '#test/main/foreign/platform-bench.ts';

const accessToken = 'NOT-A-REAL-ACCESS-TOKEN-of-the-foreign-app';

const headers: readonly (readonly [preset: string, header: Json])[] = [
  ['bearer', ['authorization', `Bearer ${accessToken}`]],
  ['authorization', ['authorization', accessToken]],
  ['x-access-token', ['x-access-token', accessToken]],
  ['none', null],
];

const converse = async (settings: JsonObject, told: JsonObject): Promise<void> => {
  const meeting = await meet('kore_async_client.py', 'kore', {
    addressSetting: 'postUrl',
    path: '/callbacks?of=kore',
    settings: { mode: 'async', accessToken, ...settings },
    told,
  });
  const report = await meeting.program.end();
  const shown = linesBy('bot', meeting.session());
  await part(meeting);
  expectNoDeviation(report, 35);
  expect(shown).toContain('Everyday account ending in 4821');
};

test.each(headers)(
  'a Python app gets every message of V1 at its POST URL; the Access Token header is %s',
  (preset, header) => converse({ version: 'v1', accessTokenHeader: preset }, { tokenHeader: header }),
);

test.each(headers.slice(0, 1))(
  'a Python app gets every message of V2 at its POST URL; the Access Token header is %s',
  (preset, header) => converse({ version: 'v2', accessTokenHeader: preset }, { tokenHeader: header }),
);

test('the doc sample of V2 to the letter, without to and from, is understood too', () =>
  converse({ version: 'v2', addressedV2: false }, { tokenHeader: headers[0]![1] }));

test('V1 may acknowledge with an empty object', () =>
  converse({ version: 'v1', ackBody: 'object' }, { tokenHeader: headers[0]![1] }));
