import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secretsIn } from '#shared/channel/channel-settings.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { buildMain, runCli, type Ended } from './built-cli.ts';
import { temporaryFolder } from './open-bench.ts';

let built: string;
let data: string;
beforeAll(async () => {
  built = await buildMain();
  data = await temporaryFolder();
});
afterAll(async () => {
  await rm(built, { recursive: true, force: true });
  await rm(data, { recursive: true, force: true });
});

const run = (...args: readonly string[]): Promise<Ended> =>
  runCli(join(built, 'hookbench.js'), args, { HOOKBENCH_DATA: data, HOME: data }).ended;

describe('hookbench demo', () => {
  test('without a platform lists every mode', async () => {
    const { code, out } = await run('demo');
    expect(code).toBe(0);
    for (const { id, modes } of platforms)
      for (const mode of modes) expect(out).toMatch(new RegExp(`^${id} +${mode.id} +`, 'm'));
  });

  test('--all shows every mode, and all of them are answered', async () => {
    const { code, out, err } = await run('demo', '--all');
    const count = platforms.reduce((sum, { modes }) => sum + modes.length, 0);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`${String(count)} of ${String(count)} modes were shown`);
    for (const { name, modes } of platforms) for (const { title } of modes) expect(out).toContain(`${name} · ${title}`);
  });

  test('prints who said what, and beneath it the HTTP that carried it', async () => {
    const { out } = await run('demo', platforms[0]!.name);
    expect(out).toMatch(
      /^ {4}user {2}hi\n +· t1 {2}app → platform {2}POST \/\S+ {2}200 in \d+ ms, trusted, rule Welcome\n +bot {2}Hello/m,
    );
  });

  test('--json gives messages and exchanges with their bodies, and no secret', async () => {
    for (const platform of platforms) {
      const [mode] = platform.modes;
      const { code, out } = await run('demo', platform.id, '--mode', mode!.id, '--json');
      expect(code).toBe(0);
      const { modes } = JSON.parse(out) as { modes: readonly { messages: unknown[]; exchanges: unknown[] }[] };
      expect(modes).toMatchObject([{ platform: platform.id, mode: mode!.id, problem: null }]);
      expect(modes[0]?.messages.length).toBeGreaterThan(7);
      expect(modes[0]?.exchanges).toContainEqual(
        expect.objectContaining({
          summary: expect.objectContaining({ outcome: { state: 'answered', status: 200 } }),
          requestBody: expect.anything(),
        }),
      );
      const settings = { ...platform.demo.settings, ...mode!.settings };
      for (const secret of Object.values(secretsIn(platform.settings, settings))) expect(out).not.toContain(secret);
    }
  });

  test('--defect switches a defect on, which the traffic names', async () => {
    const platform = platforms.find(({ defects }) => defects.some(isTwice))!;
    const { id } = platform.defects.find(isTwice)!;
    const { out } = await run('demo', platform.id, '--defect', id);
    expect(out).toContain(`defect ${id}`);
  });
  const isTwice = ({ does }: (typeof platforms)[number]['defects'][number]): boolean =>
    does.kind === 'sending' && does.how === 'twice';

  test.each([
    [['demo', 'nobody'], /There is no platform nobody\. The platforms are: \w+/],
    [['demo', platforms[0]!.id, '--mode', 'none'], /There is no mode none\. The modes are: /],
    [['demo', platforms[0]!.id, '--all'], /not both/],
    [['demo', '--mode', 'x'], /Name the platform/],
    [['demo', platforms[0]!.id, '--defect', 'none'], /There is no defect none\. The defects are: /],
  ])('%j is refused with a sentence and 2', async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
  });
});
