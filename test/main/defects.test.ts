import { describe, expect, test } from 'vitest';
import { runMode, type ShownMode } from '#main/cli/demo-mode.ts';
import type { World } from '#main/harness/world.ts';
import type { Defect } from '#shared/platforms/defect.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';

/** Whoever waits for the clock waits a hundredth, and no request longer than a moment: what is late or never comes is seen soon. */
const impatient = (world: World): World => ({
  ...world,
  clock: { ...world.clock, after: (ms, act) => world.clock.after(ms / 100, act) },
  outbound: {
    send: (request, onConnected) =>
      world.outbound.send({ ...request, timeLimit: Math.min(request.timeLimit, 0.25) }, onConnected),
  },
});

const actedIn = async ({ steps }: ShownMode): Promise<readonly string[]> =>
  steps.flatMap(({ exchanges }) => exchanges.flatMap(({ defect }) => defect.split(', ')));

/** The ids of the defects that the traffic of this platform names when this one is on, in the first mode in which it acts. */
const actedWith = async (platform: Platform, { id, does }: Defect): Promise<readonly string[]> => {
  // Several messages at once, which is what an order takes, are said later in a conversation; and who waits for each step waits long.
  const isSoon = does.kind === 'replying' || (does.kind === 'sending' && does.how !== 'out-of-order');
  for (const mode of platform.modes) {
    const short = { ...mode, steps: isSoon ? mode.steps.slice(0, 2) : mode.steps };
    const acted = await runMode(platform, short, { defects: [id], change: impatient }, actedIn);
    if (acted.includes(id)) return acted.filter((each) => each !== '');
  }
  return [];
};

describe.each(platforms)('the defects of $name', (platform) => {
  test('have an id and a source each, and say what the other side will see', () => {
    const ids = platform.defects.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { id, title, summary, source } of platform.defects) {
      expect(id).toMatch(/^[a-z0-9]+([.-][a-z0-9]+)*$/);
      expect(
        [title, summary, source].filter((each) => each.trim() === ''),
        id,
      ).toEqual([]);
    }
  });

  const general = platform.defects.filter(({ does }) => does.kind !== 'inside');
  test.each(general)('$id is seen in the traffic, and it alone', async (defect) => {
    expect(new Set(await actedWith(platform, defect))).toEqual(new Set([defect.id]));
  });

  const inside = platform.defects.filter(({ does }) => does.kind === 'inside');
  test.each(inside)('$id is seen in the traffic, or needs what only a row of the sheet does', async (defect) => {
    const acted = await actedWith(platform, defect);
    const rows = platform.conformance.filter(({ defects = [] }) => defects.includes(defect.id));
    expect(acted.length + rows.length).toBeGreaterThan(0);
    expect(acted.filter((each) => each !== defect.id)).toEqual([]);
  });
});
