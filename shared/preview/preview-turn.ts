import type { End } from '#shared/exchange/exchange.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, Turn } from '#shared/platforms/dispatch.ts';
import type { Platform } from '#shared/platforms/platform.ts';

/** What a user said, where it reached the end that has the bot. */
export type ReachedTurn = {
  readonly end: End;
  readonly turn: Turn;
  /** The request that brought it; null where the end tells itself (it carries the chat, and only notifies others). */
  readonly broughtBy: Dispatch | null;
  /** What its sender is answered before the bot is asked. */
  readonly replyNow: RawResponse | null;
};

export const otherEnd = (end: End): End => (end === 'app' ? 'platform' : 'app');

/** Lets a user of this channel say something, as far as the end that has the bot; null where nobody asks a bot for it. */
export const reachBot = async (
  utterance: Utterance,
  platform: Platform,
  context: PlatformContext,
): Promise<ReachedTurn | null> => {
  const userId = platform.newUserId(context.stamp, context.settings);
  const said = { as: 'user', userId, utterance, isNewSession: false } as const;
  for (const dispatch of await platform.say(said, context)) {
    if (dispatch.turn) return { end: dispatch.end, turn: dispatch.turn, broughtBy: null, replyNow: null };
    const end = otherEnd(dispatch.end);
    const { next } = await platform.read(end, dispatch.request, context);
    if (next.kind === 'turn' && next.turn.asksBot)
      return { end, turn: next.turn, broughtBy: dispatch, replyNow: next.replyNow ?? null };
  }
  return null;
};
