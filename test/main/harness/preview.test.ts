import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { previewBotRule } from '#shared/preview/preview-bot.ts';
import type { Session } from '#shared/session/state.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.closeAndDelete());

const text = (words: string) => ({ kind: 'text' as const, text: words });
const script = {
  name: 'Mine',
  rules: [
    {
      name: 'Greeting',
      when: { is: ['hi'] },
      say: [
        text('Hello.'),
        { kind: 'quick-replies' as const, text: 'What next?', replies: [{ title: 'Balance', payload: 'balance' }] },
      ],
    },
  ],
  fallback: [text('Pardon?')],
};

const isQuiet = ({ exchanges }: Session): boolean => exchanges.every(({ outcome }) => outcome.state !== 'pending');

/** Where each value stands in a JSON text, and what kind it is: what is made anew each time has other values. */
const shapeOf = (body: string): readonly string[] => {
  const placesIn = (value: unknown, at: string): readonly string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => placesIn(each, `${at}/${key}`))
      : [`${at} ${typeof value}`];
  try {
    return placesIn(JSON.parse(body), '');
  } catch {
    return [body === '' ? 'empty' : 'text'];
  }
};

const bodyOf = async ({ id }: ExchangeSummary, part: 'request' | 'response'): Promise<string> => {
  const { base64 } = await bench.harness.readBody({ id, part, from: 0, length: 1_000_000 });
  return Buffer.from(base64, 'base64').toString();
};

const everyMode = platforms.flatMap((platform) => platform.modes.map((mode) => ({ platform, mode, id: mode.id })));

describe.each(everyMode)('on $platform.name, $id', ({ platform, mode }) => {
  test('what was previewed of a rule is what the bench sends when it speaks', async () => {
    const channelId = `${platform.id}-demo`;
    const { id: botId } = await bench.harness.saveBot({ bot: script });
    await bench.harness.changeChannel({ channelId, botId, settings: { ...mode.settings } });
    const { conversationId } = await bench.harness.startConversation({ channelId });
    await bench.harness.say({ conversationId, utterance: text('hi') });
    const session = await bench.until(
      (each) => isQuiet(each) && JSON.stringify(each.messages.at(-1)?.content ?? '').includes('What next?'),
    );
    const channel = session.channels.find(({ id }) => id === channelId)!;
    const preview = await previewBotRule({ id: botId, ...script }, 0, channel, platform);
    expect(preview?.answeredBy).toBe('Greeting');
    const sent = session.exchanges.filter(({ direction }) => direction === 'outbound');
    for (const each of preview!.wire) {
      const part = each.kind === 'reply' ? 'response' : 'request';
      const bodies = await Promise.all(sent.map((exchange) => bodyOf(exchange, part)));
      expect(bodies.map(shapeOf)).toContainEqual(shapeOf(each.body));
    }
    const words = JSON.stringify(preview!.wire);
    const carried = JSON.stringify(await Promise.all(sent.map((exchange) => bodyOf(exchange, 'request'))));
    if (preview!.wire.length === 0) expect(carried).not.toContain('Hello.');
    else expect(words).toMatch(/Hello\..*What next\?/);
  });
});
