import { answerOf, type BotScript } from '#shared/bot/bot-script.ts';
import { demoBot } from '#shared/bot/demo-bot.ts';
import { textOf } from '#shared/exchange/body.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { Content, Utterance } from '#shared/exchange/message.ts';
import type { RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import { channeltalk } from '#shared/platforms/channeltalk/index.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type {
  Delivery,
  Dispatch,
  Reading,
  ReplyReading,
  ReplyShape,
  SpokenMessage,
} from '#shared/platforms/dispatch.ts';
import type { VoiceName } from '#shared/platforms/voice.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { contextOf } from '#test/shared/platforms/platform-context.ts';

export const demoContext = (settings: JsonObject = {}, over: Partial<PlatformContext> = {}): PlatformContext =>
  contextOf(channeltalk, settings, over);

export const say = (text: string): Utterance => ({ kind: 'text', text });
export const gesture = (id: string): Utterance => ({ kind: 'gesture', id, title: id });

export const jsonOf = ({ body }: { readonly body: Uint8Array }): JsonObject =>
  JSON.parse(textOf(body).text) as JsonObject;
export const rules = (findings: readonly Finding[]): readonly string[] => findings.map((each) => each.rule);

/** One request with everything that both ends made of it; `reply` is null where it was withheld. */
export type Step = {
  readonly dispatch: Dispatch;
  readonly reply: RawResponse | null;
  readonly received: Reading | null;
  readonly delivery: Delivery | null;
  readonly reading: ReplyReading | null;
};

type Chat = {
  readonly context: PlatformContext;
  readonly bot?: BotScript;
  readonly shape?: ReplyShape;
  readonly as?: VoiceName;
};

const replyOf = async (end: End, request: RawRequest, { context, bot = demoBot, shape }: Chat) => {
  const received = await channeltalk.read(end, request, context);
  if (received.next.kind === 'reply')
    return { received, delivery: null, reply: received.next.reply, thenSend: received.next.thenSend };
  const { turn, replyNow } = received.next;
  const contents: readonly Content[] = turn.asksBot ? answerOf(bot, turn.utterance, { user: turn.userId }) : [];
  const delivery = await channeltalk.deliver(end, turn, { contents, shape: shape ?? null }, context);
  return { received, delivery, reply: replyNow ?? delivery.reply, thenSend: delivery.thenSend };
};

/** Lets somebody speak with both ends ours: every request that follows, and what the platform end tells of the conversation. */
export const converse = async (
  utterance: Utterance,
  chat: Chat,
): Promise<{ readonly steps: readonly Step[]; readonly messages: readonly SpokenMessage[] }> => {
  const { context, as = 'user' } = chat;
  const steps: Step[] = [];
  const messages: SpokenMessage[] = [];
  const tell = (end: End, spoken: readonly SpokenMessage[]): void => {
    if (end === channeltalk.userSits(context.settings)) messages.push(...spoken);
  };
  const waiting: Dispatch[] = [
    ...(await channeltalk.say({ as, userId: 'u-42', utterance, isNewSession: false }, context)),
  ];
  for (let dispatch = waiting.shift(); dispatch; dispatch = waiting.shift()) {
    tell(dispatch.end, dispatch.messages);
    if (dispatch.withheld !== undefined) {
      steps.push({ dispatch, reply: null, received: null, delivery: null, reading: null });
      continue;
    }
    const otherEnd = dispatch.end === 'app' ? 'platform' : 'app';
    const { received, delivery, reply, thenSend } = await replyOf(otherEnd, dispatch.request, chat);
    tell(otherEnd, received.messages);
    const reading = await channeltalk.readReply(dispatch, { ok: true, response: reply }, context);
    tell(dispatch.end, reading.messages);
    steps.push({ dispatch, reply, received, delivery, reading });
    waiting.unshift(...reading.thenSend);
    waiting.push(...thenSend);
  }
  return { steps, messages };
};
