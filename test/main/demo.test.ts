import { describe, expect, test } from 'vitest';
import { runMode, type ShownMode } from '#main/cli/demo-mode.ts';
import { pressablesIn } from '#main/cli/demo-step.ts';
import type { World } from '#main/harness/world.ts';
import { platforms } from '#shared/platforms/registry.ts';

const everyMode = platforms.flatMap((platform) => platform.modes.map((mode) => ({ platform, mode, id: mode.id })));

const shownAs = async ({ steps, problem, secrets }: ShownMode) => ({ steps, problem, secrets });

describe.each(platforms)('the modes of $name', ({ modes }) => {
  test('are there, each with an id of its own', () => {
    const ids = modes.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe.each(everyMode)('$platform.name, $id', ({ platform, mode }) => {
  test('is a conversation in which every turn is answered, over HTTP of which nothing failed', async () => {
    const { steps, problem } = await runMode(platform, mode, {}, shownAs);
    expect(steps.filter((each) => each.problem !== null)).toEqual([]);
    expect(problem).toBeNull();
    const exchanges = steps.flatMap((each) => each.exchanges);
    const failed = exchanges.filter(({ outcome }) => outcome.state !== 'answered' || outcome.status >= 400);
    expect(failed).toEqual([]);
    const isPressed = mode.steps.some((each) => typeof each !== 'string' && 'press' in each);
    const contents = steps.flatMap(({ messages }) => messages.map(({ content }) => content));
    if (contents.some((each) => pressablesIn(each).length > 0)) expect(isPressed).toBe(true);
    const kinds = new Set(contents.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => kind !== 'text' && kind !== 'event')).not.toEqual([]);
  });
});

test('a demonstration talks to nobody but itself', async () => {
  const { platform, mode } = everyMode[0]!;
  const seen: World['outbound'][] = [];
  const sent = await runMode(
    platform,
    { ...mode, steps: [] },
    {
      change: (world) => {
        seen.push(world.outbound);
        return world;
      },
    },
    async ({ bench }) => {
      const request = { method: 'GET', target: '/', headers: [], body: new Uint8Array(), timeLimit: 1 };
      const send = (origin: string) => seen[0]!.send({ ...request, origin }, () => undefined);
      return [await send('http://198.51.100.7'), await send('http://127.0.0.1:1'), await send(bench.origin)];
    },
  );
  const [elsewhere, otherPort, itself] = sent;
  for (const each of [elsewhere, otherPort])
    expect(each).toMatchObject({ ok: false, fault: { code: 'request.withheld' } });
  expect(itself).toMatchObject({ ok: true });
});

test('a step that finds nothing to press, and a mode that is too short, are told', async () => {
  const { platform, mode } = everyMode[0]!;
  const short = { ...mode, steps: ['hi', { press: 'No such button' }] };
  const { steps, problem } = await runMode(platform, short, {}, shownAs);
  expect(steps.map((each) => each.problem)).toEqual([null, 'There was nothing to press “No such button”.']);
  expect(problem).toBe('There was nothing to press “No such button”.');
  expect((await runMode(platform, { ...mode, steps: ['hi'] }, {}, shownAs)).problem).toMatch(/fewer than 4 turns/);
});
