import { fillVariables, spokenBy, type BotScript } from '#shared/bot/bot-script.ts';
import { contentOfUtterance, plainText, type Content, type Utterance } from '#shared/exchange/message.ts';
import type { HeaderLines, RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch } from '#shared/platforms/dispatch.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import {
  bothEndsHere,
  completeInvented,
  inventedContext,
  inventedSettings,
  shownTarget,
  shownWire,
  type PreviewedChannel,
} from '#shared/preview/invented-context.ts';
import { otherEnd, reachBot, type ReachedTurn } from '#shared/preview/preview-turn.ts';

/** One side of the HTTP that would carry words of the bot: its JSON indented, its secrets masked. */
export type PreviewedWire = { readonly headers: HeaderLines; readonly body: string } & (
  | { readonly kind: 'reply'; readonly status: number; /** Which request it answers. */ readonly to: string }
  | { readonly kind: 'request'; readonly method: string; readonly target: string }
);

export type BotPreview = {
  /** What the user would have said. */
  readonly utterance: Utterance;
  /** The rule that answers it now: another one where that comes first. */
  readonly answeredBy: string;
  /** In the order in which it would go out; empty where nothing does. */
  readonly wire: readonly PreviewedWire[];
};

/** How often a rest is polled for in a preview. */
const mostPolls = 10;

/**
 * What would go over the wire if this rule of the bot (its place; -1 for the fallback) spoke on this channel, without anything being
 * sent: the reply, or the requests that call back. Null where the channel has no way to ask its bot.
 */
export const previewBotRule = async (
  script: BotScript,
  index: number,
  channel: PreviewedChannel,
  platform: Platform,
): Promise<BotPreview | null> => {
  const asking = inventedContext(completeInvented(channel, platform), bothEndsHere);
  const answering = { ...asking, settings: inventedSettings(channel, platform) };
  const wanted = utteranceFor(script, index);
  try {
    const reached = await reachBot(wanted, platform, asking).catch(() => null);
    // Not everything that a rule listens to can be said on every channel.
    const asked = reached ?? (await reachBot(somethingElse, platform, asking));
    if (!asked) return null;
    const variables = { user: asked.turn.userId, text: plainText(contentOfUtterance(wanted)) };
    const contents = fillVariables(script.rules[index]?.say ?? script.fallback, variables);
    return {
      utterance: wanted,
      answeredBy: spokenBy(script, wanted, variables).rule,
      wire: await wireOf(contents, asked, { platform, context: answering, masked: asking.settings }),
    };
  } catch {
    // It needs what only the running end has.
    return null;
  }
};

const somethingElse: Utterance = { kind: 'text', text: 'Something else' };

const media = ['image', 'video', 'audio', 'file'] as const;

/** Something that the rule listens to. */
const utteranceFor = (script: BotScript, index: number): Utterance => {
  const when = script.rules[index]?.when;
  if (!when) return somethingElse;
  const pressed = when.pressed?.[0];
  if (pressed !== undefined) return { kind: 'press', title: pressed, payload: pressed };
  const text = when.is?.[0] ?? when.starts?.[0] ?? when.has?.[0];
  if (text !== undefined) return { kind: 'text', text };
  const event = when.event?.[0];
  if (event === undefined) return somethingElse;
  const sent = media.find((each) => each === event);
  if (sent) return { kind: 'media', media: sent, url: `https://example.com/${sent}` };
  return { kind: 'gesture', id: event, title: event };
};

/** Where it happens, and the settings whose secrets are masked. */
type Scene = { readonly platform: Platform; readonly context: PlatformContext; readonly masked: JsonObject };

const wireOf = async (
  contents: readonly Content[],
  { end, turn, broughtBy, replyNow }: ReachedTurn,
  scene: Scene,
): Promise<readonly PreviewedWire[]> => {
  const { reply, thenSend } = await scene.platform.deliver(end, turn, { contents, shape: null }, scene.context);
  const requests = thenSend.map((each) => requestOf(each, scene));
  if (!broughtBy) return requests;
  const first = replyNow ?? reply;
  return [replyOf(first, broughtBy, scene), ...(await polledAfter(first, broughtBy, scene)), ...requests];
};

/** What the other end would ask for because of the reply, and get. */
const polledAfter = async (reply: RawResponse, asked: Dispatch, scene: Scene): Promise<readonly PreviewedWire[]> => {
  const { platform, context } = scene;
  const wire: PreviewedWire[] = [];
  let last = { response: reply, dispatch: asked };
  while (wire.length < mostPolls) {
    const reading = await platform.readReply(last.dispatch, { ok: true, response: last.response }, context);
    const poll = reading.thenSend.find(({ purpose }) => purpose === 'poll');
    if (!poll) break;
    const { next } = await platform.read(otherEnd(poll.end), poll.request, context);
    if (next.kind !== 'reply') break;
    last = { response: next.reply, dispatch: poll };
    wire.push(replyOf(next.reply, poll, scene));
  }
  return wire;
};

const replyOf = (reply: RawResponse, { request }: Dispatch, { platform, masked }: Scene): PreviewedWire => ({
  kind: 'reply',
  status: reply.status,
  to: `${request.method} ${shownTarget(request.target, platform, masked)}`,
  ...shownWire(reply, platform, masked),
});

const requestOf = ({ request }: Dispatch, { platform, masked }: Scene): PreviewedWire => ({
  kind: 'request',
  method: request.method,
  target: shownTarget(request.target, platform, masked),
  ...shownWire(request, platform, masked),
});
