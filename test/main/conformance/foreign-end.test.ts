import { describe, expect, test } from 'vitest';
import { openForeignEnd } from '#main/conformance/foreign-end.ts';
import type { RowResult } from '#main/conformance/run-row.ts';
import { openPrivateBench } from '#main/io/private-bench.ts';
import { secretsIn } from '#shared/channel/channel-settings.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';

const remoteRowsOf = ({ conformance }: Platform) =>
  conformance.filter(({ end, isRemote }) => end === 'platform' && isRemote === true);

const setUpOf = ({ settings = {} }: ConformanceRow): string => JSON.stringify(settings);

/** What the rows find at an end of ours of which they know only the address and the settings: one bench for each way it is set up. */
const examined = async (platform: Platform): Promise<readonly RowResult[]> => {
  const results: RowResult[] = [];
  const setUps = new Set(remoteRowsOf(platform).map(setUpOf));
  for (const setUp of setUps) {
    const rows = remoteRowsOf(platform).filter((row) => setUpOf(row) === setUp);
    const settings = { ...platform.demo.settings, ...rows[0]?.settings };
    const bench = await openPrivateBench();
    const { name, botId } = platform.demo;
    await bench.harness.addChannel({
      platformId: platform.id,
      name,
      plays: { platform: true, app: false },
      botId,
      settings,
    });
    const foreign = openForeignEnd(bench.origin, platform.demo.settings);
    for (const row of rows) results.push(await foreign.examine(platform, row));
    await foreign.close();
    await bench.close();
  }
  return results;
};

test('what came instead shows no secret of the settings, whoever quotes it', async () => {
  const platform = platforms.find(({ settings, demo }) => Object.keys(secretsIn(settings, demo.settings)).length > 0)!;
  const secrets = Object.values(secretsIn(platform.settings, platform.demo.settings));
  const foreign = openForeignEnd('http://127.0.0.1:1', platform.demo.settings);
  const row = { ...remoteRowsOf(platform)[0]!, test: async () => `It said ${secrets.join(' and ')}.` };
  const { instead } = await foreign.examine(platform, row);
  for (const secret of secrets) expect(instead).not.toContain(secret);
  expect(instead).toMatch(/^It said \u2022+/);
  await foreign.close();
});

describe.each(platforms)('the rows of $name that need nothing of ours', (platform) => {
  test('are there', () => {
    expect(remoteRowsOf(platform).length).toBeGreaterThan(0);
  });

  test('hold of an end of which only the address is known', async () => {
    const results = await examined(platform);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results).toHaveLength(remoteRowsOf(platform).length);
  });

  test('say in words that nobody listens there', async () => {
    const foreign = openForeignEnd('http://127.0.0.1:1', platform.demo.settings);
    const result = await foreign.examine(platform, remoteRowsOf(platform)[0]!);
    expect(result).toMatchObject({
      passed: false,
      instead: expect.stringMatching(/Nothing listens on 127\.0\.0\.1:1/),
    });
    await foreign.close();
  });
});
