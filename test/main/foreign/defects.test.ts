import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#shared/text/json.ts';
import { runForeign } from '#test/main/foreign/foreign-program.ts';
import { isQuiet, meet, openPlatformBench, part, personAt } from '#test/main/foreign/platform-bench.ts';

/** A defect of our platform end, and the claim of the sheet at which a program that knows only the sheet notices it. */
type Noticed = readonly (readonly [defect: string, claim: string])[];

const asked = async (platform: string, file: string, settings: JsonObject, defect: string): Promise<string> => {
  const bench = await openPlatformBench(platform, { settings, defects: [defect] });
  const report = await runForeign(file, { settings: { ...bench.settings, url: bench.url } });
  await bench.closeAndDelete();
  expect(report.exitCode).toBe(1);
  return report.deviations[0] ?? report.errors;
};

const kore: Noticed = [
  ['channel.not-enabled', 'a message is answered with 200” does not hold: 404'],
  ['channel.not-published', 'a message is answered with 200” does not hold: 504'],
  ['channel.too-many', 'a message is answered with 200” does not hold: 429'],
  ['answer.garbled', 'one message: text is a string'],
];

const snatchbot: Noticed = [
  ['channel.403', 'a message is answered with 200 and JSON” does not hold: 403'],
  ['channel.500', 'a message is answered with 200 and JSON” does not hold: 500'],
  ['channel.invalid-json', 'a message is answered with 200 and JSON'],
];

describe('a client that knows only the sheet notices', () => {
  test.each(kore)('the defect %s of Kore.ai', async (defect, claim) => {
    expect(await asked('kore', 'kore_v1_client.py', { version: 'v1' }, defect)).toContain(claim);
  });
  test.each(snatchbot)('the defect %s of SnatchBot', async (defect, claim) => {
    expect(await asked('snatchbot', 'snatchbot_api_client.py', { feature: 'api-channel' }, defect)).toContain(claim);
  });
});

const koreCallbacks: Noticed = [
  ['callback.wrong-token', 'the Access Token comes as authorization'],
  ['callback.twice', 'no callback comes that the turn does not have'],
  ['callback.out-of-order', 'a callback with a message has no task-end fields'],
  ['callback.garbled', 'its body is JSON and says so'],
];

const chatlayerLegB: Noticed = [
  ['callback.twice', 'E1: it begins at 1 and counts up by one'],
  ['callback.out-of-order', 'E1: it begins at 1 and counts up by one'],
  ['callback.garbled', 'it is a POST of a JSON object'],
  ['callback.wrong-token', 'its verifyToken is the channel’s'],
  ['callback.no-token', 'its verifyToken is the channel’s'],
  ['callback.e2-envelope', 'E1: senderId is the id of leg A'],
  ['callback.no-counter', 'E1: messageCounter is an integer'],
  ['callback.other-payload', 'a payload is 40 hexadecimal digits'],
  ['accept.401', 'leg A is answered with 200” does not hold: 401'],
  ['accept.429', 'leg A is answered with 200” does not hold: 429'],
  ['accept.500', 'leg A is answered with 200” does not hold: 500'],
];

describe('an app with a receiver that knows only the sheet notices', () => {
  test.each(koreCallbacks)('the defect %s of Kore.ai', async (defect, claim) => {
    const meeting = await meet('kore_async_client.py', 'kore', {
      addressSetting: 'postUrl',
      settings: { version: 'v1', mode: 'async', accessToken: 'NOT-A-REAL-TOKEN' },
      defects: [defect],
      told: { tokenHeader: ['authorization', 'Bearer NOT-A-REAL-TOKEN'] },
    });
    const report = await part(meeting);
    expect(report.exitCode).toBe(1);
    expect(report.deviations[0]).toContain(claim);
  });
  test.each(chatlayerLegB)('the defect %s of Chatlayer', async (defect, claim) => {
    const meeting = await meet('chatlayer_d1_client.py', 'chatlayer', {
      addressSetting: 'webhookUrl',
      settings: { dialect: 'd1' },
      defects: [defect],
    });
    const report = await part(meeting);
    expect(report.exitCode).toBe(1);
    expect(report.deviations[0]).toContain(claim);
  });
});

const events: Noticed = [
  ['token.wrong', 'the token is the query parameter token'],
  ['token.missing', 'the token is the query parameter token'],
  ['event.garbled', 'an event has event, type and entity'],
];

const openApi: Noticed = [
  ['api.unauthorized', 'user chats can be listed” does not hold: 401'],
  ['api.forbidden', 'user chats can be listed” does not hold: 403'],
  ['api.throttled', 'user chats can be listed” does not hold: 429'],
  ['api.failing', 'user chats can be listed” does not hold: 5'],
];

describe('a webhook and a client of Channel Talk that know only the sheet notice', () => {
  const openTalk = (defect: string) =>
    meet('channeltalk_receiver.py', 'channeltalk', {
      addressSetting: 'webhookUrl',
      defects: [defect],
      told: { reply: 200 },
    });
  test.each(events)('the defect %s', async (defect, claim) => {
    const meeting = await openTalk(defect);
    const person = await personAt(meeting);
    await person.say('hi');
    await meeting.until((session) => session.exchanges.length >= 2 && isQuiet(session));
    const report = await part(meeting);
    expect(report.exitCode).toBe(1);
    expect(report.deviations.join('\n')).toContain(claim);
  });
  test.each(openApi)('the defect %s', async (defect, claim) => {
    const meeting = await openTalk(defect);
    const report = await runForeign('channeltalk_api_client.py', {
      settings: { ...meeting.settings, url: meeting.url },
    });
    await part(meeting);
    expect(report.exitCode).toBe(1);
    expect(report.deviations[0]).toContain(claim);
  });
});
