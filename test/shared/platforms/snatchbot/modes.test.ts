import { expect, test } from 'vitest';
import { contentOfUtterance, plainText } from '#shared/exchange/message.ts';
import type { SpokenMessage } from '#shared/platforms/dispatch.ts';
import type { DemoMode } from '#shared/platforms/platform.ts';
import { snatchbot } from '#shared/platforms/snatchbot/index.ts';
import { contextOf } from '../platform-context.ts';
import { converse, press } from './loopback.ts';

const play = async (mode: DemoMode): Promise<readonly SpokenMessage[]> => {
  const context = contextOf(snatchbot, mode.settings);
  const all: SpokenMessage[] = [];
  for (const step of mode.steps) {
    const utterance =
      typeof step === 'string'
        ? ({ kind: 'text', text: step } as const)
        : 'press' in step
          ? press(step.press, all)
          : ({ kind: 'gesture', id: step.gesture, title: step.gesture } as const);
    const { messages } = await converse(utterance, context, { as: mode.as });
    expect(messages.length, plainText(contentOfUtterance(utterance))).toBeGreaterThan(0);
    all.push(...messages);
  }
  return all;
};

test.each(snatchbot.modes)(
  '$title: the whole conversation is told, and each press reaches what it stands for',
  async (mode) => {
    const lines = (await play(mode)).map(({ author, content }) => `${author}: ${plainText(content)}`);
    expect(lines).toContainEqual(expect.stringContaining('bot: Which account would you like to see?'));
    expect(lines).toContainEqual('bot: Everyday account ending in 4821');
    expect(lines.join('\n')).toContain('Order Meadow');
    expect(lines.join('\n')).toContain('Good choice!');
    expect(lines.join('\n')).not.toContain('did not understand');
  },
);
