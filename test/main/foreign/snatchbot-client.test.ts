import { expect, test } from 'vitest';
import { expectNoDeviation, runForeign } from '#test/main/foreign/foreign-program.ts';
import { environmentOf, linesBy, openPlatformBench } from '#test/main/foreign/platform-bench.ts';

test('a Python program converses with the API channel: post, restart, get, and a wrong secret', async () => {
  const bench = await openPlatformBench('snatchbot', { settings: { feature: 'api-channel' } });
  const report = await runForeign('snatchbot_api_client.py', { settings: { ...bench.settings, url: bench.url } });
  const session = bench.session();
  await bench.closeAndDelete();
  expectNoDeviation(report, 60);
  expect(linesBy('user', session)).toContain('Everyday account');
  expect(linesBy('bot', session).length).toBeGreaterThan(5);
});

test('the program finds the deviation when its bot id is another one', async () => {
  const bench = await openPlatformBench('snatchbot', { settings: { feature: 'api-channel' } });
  const settings = { ...bench.settings, url: bench.url, botId: '1' };
  const report = await runForeign('snatchbot_api_client.py', { settings });
  await bench.closeAndDelete();
  expect(report.exitCode).toBe(1);
  expect(report.deviations).toEqual([
    expect.stringMatching(/^“a message is answered with 200 and JSON” does not hold: [45]\d\d/),
  ]);
});

test('curl converses with the API channel', async () => {
  const bench = await openPlatformBench('snatchbot', { settings: { feature: 'api-channel' } });
  const environment = environmentOf(bench, { BOT_ID: 'botId', APP_ID: 'appId', APP_SECRET: 'appSecret' });
  const report = await runForeign('snatchbot.sh', { environment });
  await bench.closeAndDelete();
  expectNoDeviation(report, 10);
});
