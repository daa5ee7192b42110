import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HarnessError } from '#shared/contract/fault.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.closeAndDelete());

const channelId = 'kore-demo';
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: HarnessError) => error.fault.code,
  );

test('a secret is shown to the person who asks for it, and to nobody else: no event, no log', async () => {
  const secret = 'canary-that-is-revealed';
  const frames: unknown[] = [];
  await bench.harness.changeChannel({ channelId, settings: { clientSecret: secret } });
  const stop = bench.harness.subscribe(null, (frame) => frames.push(frame));
  expect(await bench.harness.revealSecret({ channelId, field: 'clientSecret' })).toEqual({ value: secret });
  await bench.harness.changeSettings({});
  stop();
  expect(JSON.stringify(frames)).not.toContain(secret);
  expect(await readFile(join(bench.folder, 'hookbench.log'), 'utf8').catch(() => '')).not.toContain(secret);
});

test('only what is a secret and is set is revealed', async () => {
  await bench.harness.changeChannel({ channelId, settings: { accessToken: '' } });
  for (const field of ['accessToken', 'botId', 'toString', 'nothing'])
    expect(await codeOf(bench.harness.revealSecret({ channelId, field }))).toBe('secret.absent');
  expect(await codeOf(bench.harness.revealSecret({ channelId: 'none', field: 'clientSecret' }))).toBe(
    'channel.unknown',
  );
});

test('a secret that was pasted with its surroundings is mended with one click, though no page knows it', async () => {
  await bench.harness.changeChannel({ channelId, settings: { clientSecret: '"invented-secret"\n' } });
  await bench.harness.cleanSetting({ channelId, field: 'clientSecret' });
  expect(await bench.harness.revealSecret({ channelId, field: 'clientSecret' })).toEqual({ value: 'invented-secret' });
  expect(await codeOf(bench.harness.cleanSetting({ channelId, field: 'clientSecret' }))).toBe('remedy.over');
  for (const field of ['expiresAfter', 'nothing'])
    expect(await codeOf(bench.harness.cleanSetting({ channelId, field }))).toBe('remedy.over');
});
