import { describe, expect, test } from 'vitest';
import { answerOf } from '#shared/bot/bot-script.ts';
import { botScripts } from '#shared/bot/bot-scripts.ts';
import { textOf } from '#shared/exchange/body.ts';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Platform, PlatformExample } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { matchRoute, namesChannel } from '#shared/platforms/route.ts';
import { contextOf } from '#test/shared/platforms/platform-context.ts';

const replyTo = async (platform: Platform, { end, request }: PlatformExample, context: PlatformContext) => {
  const { verdict, next } = await platform.read(end, request, context);
  if (next.kind === 'reply') return { verdict, reply: next.reply };
  const script = botScripts.find((each) => each.id === platform.demo.botId);
  if (next.replyNow) return { verdict, reply: next.replyNow };
  const asked = script && next.turn.asksBot ? answerOf(script, next.turn.utterance, { user: next.turn.userId }) : [];
  const { reply } = await platform.deliver(end, next.turn, { contents: asked, shape: null }, context);
  return { verdict, reply };
};

const jsonOf = ({ body }: RawResponse): unknown => JSON.parse(textOf(body).text);

describe.each(platforms)('every example of $name', (platform) => {
  test.each(platform.examples)('$title', async (example) => {
    const { verdict, reply } = await replyTo(platform, example, contextOf(platform, example.settings));
    expect({ status: reply.status, verdict: verdict.state }).toEqual({
      status: example.expect.status,
      verdict: example.expect.verdict,
    });
    if (example.expect.body !== undefined) expect(jsonOf(reply)).toEqual(example.expect.body);
  });

  test('goes to a route of the platform that names the demo channel', () => {
    for (const { end, request, settings } of platform.examples) {
      const isRouted = platform.routes[end].some((route) => {
        const values = matchRoute(route, request);
        return values !== null && namesChannel(route.path, values, { ...platform.demo.settings, ...settings });
      });
      expect(isRouted, request.target).toBe(true);
    }
  });

  test('every check and every claim about the platform says how sure it is and where it comes from', async () => {
    for (const { end, request, settings } of platform.examples) {
      const { verdict, findings } = await platform.read(end, request, contextOf(platform, settings));
      for (const each of [...verdict.checks, ...findings]) {
        expect(each.status).toBeDefined();
        expect(each.source).not.toBe('');
      }
    }
  });
});
