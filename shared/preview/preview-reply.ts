import { answerOf, type BotScript } from '#shared/bot/bot-script.ts';
import { answerOfRule, type ReplyRule } from '#shared/channel/reply-rule.ts';
import { contentOfUtterance, plainText, type Utterance } from '#shared/exchange/message.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { Turn } from '#shared/platforms/dispatch.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import {
  inventedContext,
  inventedSettings,
  shownWire,
  type PreviewedChannel,
} from '#shared/preview/invented-context.ts';
import type { JsonObject } from '#shared/text/json.ts';

export type ReplyPreview = { readonly status: number; readonly headers: HeaderLines; readonly body: string };

/** Nobody listens anywhere. */
const unheard = { own: null, otherEnd: null };

/** An example that shows another mode than that of the channel says nothing about it. */
const isOfSameMode = (example: JsonObject, own: JsonObject): boolean =>
  Object.entries(example).every(([name, value]) => JSON.stringify(own[name]) === JSON.stringify(value));

/** How much a turn tells: what the bot is asked first, then what is known of the request. */
const toldBy = ({ detail, asksBot }: Turn): number => JSON.stringify(detail).length + (asksBot ? 1_000_000 : 0);

/** A turn as the examples of the platform bring it to the app end, the one that tells most; null where none does. */
const exampleTurn = async (platform: Platform, own: JsonObject): Promise<Turn | null> => {
  const turns: Turn[] = [];
  for (const { end, request, settings = {} } of platform.examples) {
    if (end !== 'app' || !isOfSameMode(settings, own)) continue;
    const reading = await platform.read(
      'app',
      request,
      inventedContext({ ...platform.demo.settings, ...settings }, unheard),
    );
    if (reading.next.kind === 'turn' && reading.next.replyNow === undefined) turns.push(reading.next.turn);
  }
  return turns.toSorted((one, other) => toldBy(other) - toldBy(one))[0] ?? null;
};

/** Words that the rule would listen to. */
const utteranceFor = ({ when }: ReplyRule, otherwise: Utterance): Utterance => {
  const pressed = when?.pressed?.[0];
  if (pressed !== undefined) return { kind: 'press', title: pressed, payload: pressed };
  const text = when?.is?.[0] ?? when?.starts?.[0] ?? when?.has?.[0];
  return text === undefined ? otherwise : { kind: 'text', text };
};

/** The reply that a rule would make, without anything being sent; null where the platform cannot tell before it happens. */
export const previewReply = async (
  rule: ReplyRule,
  channel: PreviewedChannel,
  platform: Platform,
  bot: BotScript | undefined,
): Promise<ReplyPreview | null> => {
  const own = inventedSettings(channel, platform);
  try {
    const example = await exampleTurn(platform, own);
    if (!example) return null;
    const turn = { ...example, utterance: utteranceFor(rule, example.utterance) };
    const { contents, shape } = answerOfRule(rule, {
      user: turn.userId,
      text: plainText(contentOfUtterance(turn.utterance)),
    });
    const asked = turn.asksBot && bot ? answerOf(bot, turn.utterance, { user: turn.userId }) : [];
    const delivery = await platform.deliver(
      'app',
      turn,
      { contents: contents ?? asked, shape },
      inventedContext(own, unheard),
    );
    return { status: delivery.reply.status, ...shownWire(delivery.reply, platform, own) };
  } catch {
    // It needs what only the running end has; the page says so.
    return null;
  }
};
