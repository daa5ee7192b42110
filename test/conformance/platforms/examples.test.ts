import { describe, expect, test } from 'vitest';
import { createTokenCrypto } from '#main/io/token-crypto.ts';
import { answerOf } from '#shared/bot/bot-script.ts';
import { botScripts } from '#shared/bot/bot-scripts.ts';
import { textOf } from '#shared/exchange/body.ts';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import type { Platform, PlatformContext, PlatformExample } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { matchRoute, namesChannel } from '#shared/platforms/route.ts';

const now = 1_767_225_600_000;

const contextOf = (platform: Platform): PlatformContext => ({
  settings: platform.demo.settings,
  stamp: { now, id: () => '6f1d8a52-3d4e-4b6f-8a90-2b3c4d5e6f70' },
  tokens: createTokenCrypto(),
});

const replyTo = async (platform: Platform, { end, request }: PlatformExample, context: PlatformContext) => {
  const { verdict, next } = await platform.read(end, request, context);
  if (next.kind === 'reply') return { verdict, reply: next.reply };
  const script = botScripts.find((each) => each.id === platform.demo.botId);
  const answer = script ? answerOf(script, next.turn.utterance, { user: next.turn.userId }) : [];
  return { verdict, reply: platform.deliver(next.turn, answer, context).reply };
};

const jsonOf = ({ body }: RawResponse): unknown => JSON.parse(textOf(body).text);

describe.each(platforms)('every example of $name', (platform) => {
  test.each(platform.examples)('$title', async (example) => {
    const { verdict, reply } = await replyTo(platform, example, contextOf(platform));
    expect({ status: reply.status, verdict: verdict.state }).toEqual({
      status: example.expect.status,
      verdict: example.expect.verdict,
    });
    if (example.expect.body !== undefined) expect(jsonOf(reply)).toEqual(example.expect.body);
  });

  test('goes to a route of the platform that names the demo channel', () => {
    for (const { end, request } of platform.examples) {
      const isRouted = platform.routes[end].some((route) => {
        const values = matchRoute(route, request);
        return values !== null && namesChannel(values, platform.demo.settings);
      });
      expect(isRouted, request.target).toBe(true);
    }
  });

  test('every check and every claim about the platform says how sure it is and where it comes from', async () => {
    for (const { end, request } of platform.examples) {
      const { verdict, findings } = await platform.read(end, request, contextOf(platform));
      for (const each of [...verdict.checks, ...findings]) {
        expect(each.status).toBeDefined();
        expect(each.source).not.toBe('');
      }
    }
  });
});
