import { answerOf, type BotScript } from '#shared/bot/bot-script.ts';
import { demoBot } from '#shared/bot/demo-bot.ts';
import type { Content, Utterance } from '#shared/exchange/message.ts';
import type { RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, ReplyReading, SpokenMessage, Turn } from '#shared/platforms/dispatch.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { VoiceName } from '#shared/platforms/voice.ts';
import { snatchbot } from '#shared/platforms/snatchbot/index.ts';

export type Step = { readonly request: RawRequest; readonly reply: RawResponse; readonly reading: ReplyReading };

const otherOf = (end: End): End => (end === 'app' ? 'platform' : 'app');

const answerTo = (turn: Turn, bot: BotScript): readonly Content[] =>
  turn.asksBot ? answerOf(bot, turn.utterance, { user: turn.userId }) : [];

/** What an end of ours replies to a request. */
export const replyOf = async (
  end: End,
  request: RawRequest,
  context: PlatformContext,
  bot = demoBot,
): Promise<RawResponse> => {
  const { next } = await snatchbot.read(end, request, context);
  if (next.kind === 'reply') return next.reply;
  return (await snatchbot.deliver(end, next.turn, { contents: answerTo(next.turn, bot), shape: null }, context)).reply;
};

/** A whole turn with both ends ours: what was said at the end where the user sits, and every request with its reply. */
export const converse = async (
  utterance: Utterance,
  context: PlatformContext,
  { as = 'user', bot = demoBot }: { readonly as?: VoiceName; readonly bot?: BotScript } = {},
): Promise<{ readonly messages: readonly SpokenMessage[]; readonly steps: readonly Step[] }> => {
  const messages: SpokenMessage[] = [];
  const steps: Step[] = [];
  const send = async (dispatch: Dispatch): Promise<void> => {
    messages.push(...dispatch.messages);
    const reply = await replyOf(otherOf(dispatch.end), dispatch.request, context, bot);
    const reading = await snatchbot.readReply(dispatch, { ok: true, response: reply }, context);
    messages.push(...reading.messages);
    steps.push({ request: dispatch.request, reply, reading });
    for (const each of reading.thenSend) await send(each);
    if (!dispatch.turn) return;
    const contents = answerTo(dispatch.turn, bot);
    const delivery = await snatchbot.deliver(dispatch.end, dispatch.turn, { contents, shape: null }, context);
    messages.push(...delivery.messages);
    for (const each of delivery.thenSend) await send(each);
  };
  const said = { as, userId: 'u-42', utterance, isNewSession: false };
  for (const dispatch of await snatchbot.say(said, context)) await send(dispatch);
  return { messages, steps };
};

/** The payload behind a title that was offered, as a press. */
export const press = (title: string, messages: readonly SpokenMessage[]): Utterance => {
  for (const { content } of messages.toReversed()) {
    const reply = content.kind === 'quick-replies' ? content.replies.find((each) => each.title === title) : undefined;
    if (reply) return { kind: 'press', title, payload: reply.payload };
    const buttons =
      content.kind === 'buttons'
        ? content.buttons
        : content.kind === 'carousel'
          ? content.cards.flatMap((card) => card.buttons)
          : [];
    const button = buttons.find((each) => each.title === title);
    if (button?.action.kind === 'postback') return { kind: 'press', title, payload: button.action.payload };
  }
  throw new Error(`Nobody offered ${title}.`);
};
