import { afterEach, describe, expect, test } from 'vitest';
import { byHand } from '#shared/channel/channel.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { expectNoDeviation, runForeign, type ForeignReport } from '#test/main/foreign/foreign-program.ts';
import { linesBy, openPlatformBench, type PlatformBench } from '#test/main/foreign/platform-bench.ts';

const instance = 'ivrInst-3c2d1e0f-1111-5222-8333-944455566677';

let bench: PlatformBench | null = null;
afterEach(async () => {
  await bench?.closeAndDelete();
  bench = null;
});

const runAgainst = async (file: string, settings: JsonObject, told: JsonObject = {}): Promise<ForeignReport> => {
  bench = await openPlatformBench('kore', { settings });
  return runForeign(file, { settings: { ...bench.settings, url: bench.url, ...told } });
};

describe('a Python client of V1', () => {
  test.each([
    ['of the first channel', {}],
    ['of a further instance', { webhookInstanceId: instance }],
    ['of an app that signs with HS512', { algorithm: 'HS512' }],
  ])('%s finds what the sheet says, from the first message to the preflight of a browser', async (_, settings) => {
    expectNoDeviation(await runAgainst('kore_v1_client.py', { version: 'v1', ...settings }), 56);
    const shown = linesBy('user', bench!.session());
    expect(shown).toContain('hi');
  });

  test('finds the deviation when its secret is another one, and says which check it was', async () => {
    const report = await runAgainst('kore_v1_client.py', {}, { clientSecret: 'another-secret' });
    expect(report.exitCode).toBe(1);
    expect(report.deviations).toEqual([
      expect.stringMatching(/^“a message is answered with 200” does not hold: 401 .*Invalid Access token/),
    ]);
  });
});

describe('a Python client of V2', () => {
  test.each([
    ['polls for the rest of an answer', { pollingEnabled: true }, true],
    ['gets all at once where polling is off', { pollingEnabled: false }, false],
    ['finds a further instance, also when it polls', { pollingEnabled: true, webhookInstanceId: instance }, true],
  ])('%s, opens and closes sessions, uploads files and is refused', async (_, settings, mustPoll) => {
    const report = await runAgainst('kore_v2_client.py', { version: 'v2', ...settings }, { mustPoll });
    expectNoDeviation(report, 100);
    expect(linesBy('bot', bench!.session())).toContain('Everyday account ending in 4821');
  });
});

test('a Python client gets 504 from either version when the bot does not answer within the limit', async () => {
  bench = await openPlatformBench('kore', { settings: { version: 'v2', pollingEnabled: false, syncLimit: 0.3 } });
  await bench.harness.changeChannel({ channelId: bench.channelId, botId: byHand });
  const settings = { ...bench.settings, url: bench.url };
  expectNoDeviation(await runForeign('kore_timeout_client.py', { settings }), 5);
});
