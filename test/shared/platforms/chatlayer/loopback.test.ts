import { describe, expect, test } from 'vitest';
import { chatlayer } from '#shared/platforms/chatlayer/index.ts';
import { openChannel, pressOf, typed } from '#test/shared/platforms/chatlayer/bench.ts';

describe.each(chatlayer.modes)('$title', ({ settings, as, steps }) => {
  test('runs its whole conversation, and every step is answered', async () => {
    const channel = openChannel({ settings });
    const end = chatlayer.userSits(channel.context.settings);
    for (const step of steps) {
      if (typeof step === 'string') await channel.say(as, typed(step));
      else if ('press' in step) await channel.say(as, pressOf(step.press, channel.told[end]));
      else await channel.say(as, { kind: 'gesture', id: step.gesture, title: step.gesture });
    }
    const lines = channel.lines(end).join('\n');
    expect(lines).toContain('user: hi');
    expect(lines).toContain('Which account would you like to see? [Everyday account] [Savings account]');
    expect(lines).toContain('Available now: €2,481.90');
    expect(lines).toContain('Good choice!');
    expect(lines).toContain('Larkspur Market Square');
    expect(lines).not.toContain('I did not understand "');
    expect(channel.findings.filter((each) => each.severity === 'error')).toEqual([]);
    expect(channel.replies.every((each) => each.status === 200)).toBe(true);
  });
});
