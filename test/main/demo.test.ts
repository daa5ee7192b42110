import { describe, expect, test } from 'vitest';
import { runMode, type ShownMode } from '#main/cli/demo-mode.ts';
import { pressablesIn } from '#main/cli/demo-step.ts';
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
