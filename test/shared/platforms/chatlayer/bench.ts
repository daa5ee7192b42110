import { answerOf } from '#shared/bot/bot-script.ts';
import { botScripts } from '#shared/bot/bot-scripts.ts';
import { answerOfRule, replyRuleFor, type ReplyRule } from '#shared/channel/reply-rule.ts';
import { fault } from '#shared/contract/fault.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { plainText, type Utterance } from '#shared/exchange/message.ts';
import type { RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import { chatlayer } from '#shared/platforms/chatlayer/index.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Answer, Dispatch, Returned, SpokenMessage, Turn } from '#shared/platforms/dispatch.ts';
import { misbehaveSending } from '#shared/platforms/misbehave.ts';
import type { VoiceName } from '#shared/platforms/voice.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { contextOf } from '#test/shared/platforms/platform-context.ts';

type Options = {
  readonly settings?: JsonObject;
  readonly defects?: readonly string[];
  readonly replyRules?: readonly ReplyRule[];
  /** Which ends are ours; requests to the other one are answered as `answers` says, else with an empty 200. */
  readonly plays?: PlatformContext['plays'];
};

const emptyOk: RawResponse = { status: 200, reason: '', headers: [], body: new Uint8Array() };

/** A channel without sockets: requests go straight from one end to the other, and whatever is said or found is kept. */
export const openChannel = ({ settings = {}, defects = [], replyRules = [], plays }: Options = {}) => {
  const context = contextOf(chatlayer, settings, { defects: new Set(defects), ...(plays ? { plays } : {}) });
  const told: Record<End, SpokenMessage[]> = { app: [], platform: [] };
  const findings: Finding[] = [];
  const sent: Dispatch[] = [];
  const replies: RawResponse[] = [];
  const answers: (RawResponse | 'lost')[] = [];
  const ours = context.plays;

  const answerTurn = (end: End, turn: Turn): Answer => {
    const rule = end === 'app' ? replyRuleFor(replyRules, turn.utterance) : undefined;
    const ruled = rule && answerOfRule(rule, { user: turn.userId });
    const script = botScripts.find((each) => each.id === chatlayer.demo.botId);
    const asked = turn.asksBot && script ? answerOf(script, turn.utterance, { user: turn.userId }) : [];
    return { contents: ruled?.contents ?? asked, shape: ruled?.shape ?? null };
  };

  const receive = async (end: End, request: RawRequest): Promise<RawResponse> => {
    const { messages, findings: found, next } = await chatlayer.read(end, request, context);
    told[end].push(...messages);
    findings.push(...found);
    if (next.kind === 'reply') {
      await sendAll(next.thenSend);
      return next.reply;
    }
    const delivery = await chatlayer.deliver(end, next.turn, answerTurn(end, next.turn), context);
    told[end].push(...delivery.messages);
    findings.push(...delivery.findings);
    behind.push(() => sendAll(delivery.thenSend));
    return next.replyNow ?? delivery.reply;
  };

  const behind: (() => Promise<void>)[] = [];

  const answerAndSend = async (end: End, turn: Turn): Promise<void> => {
    const delivery = await chatlayer.deliver(end, turn, answerTurn(end, turn), context);
    told[end].push(...delivery.messages);
    findings.push(...delivery.findings);
    await sendAll(delivery.thenSend);
  };

  const exchange = async (dispatch: Dispatch): Promise<Returned> => {
    const other: End = dispatch.end === 'app' ? 'platform' : 'app';
    const scripted = answers.shift();
    if (scripted === 'lost') return { ok: false, fault: fault('target.timeout', { seconds: 5 }) };
    const response = scripted ?? (ours[other] ? await receive(other, dispatch.request) : emptyOk);
    replies.push(response);
    return { ok: true, response };
  };

  const sendAll = async (dispatches: readonly Dispatch[]): Promise<void> => {
    const on = chatlayer.defects.filter((each) => defects.includes(each.id));
    for (const dispatch of misbehaveSending(dispatches, on)) {
      told[dispatch.end].push(...dispatch.messages);
      findings.push(...dispatch.findings);
      if (dispatch.withheld !== undefined) continue;
      sent.push(dispatch);
      const reading = await chatlayer.readReply(dispatch, await exchange(dispatch), context);
      told[dispatch.end].push(...reading.messages);
      findings.push(...reading.findings);
      await sendAll(reading.thenSend);
      if (dispatch.turn) await answerAndSend(dispatch.end, dispatch.turn);
      for (let work = behind.shift(); work; work = behind.shift()) await work();
    }
  };

  const say = async (
    as: VoiceName,
    utterance: Utterance,
    userId = 'u-0123456789abcdef0123456789abcdef',
  ): Promise<void> => sendAll(await chatlayer.say({ as, userId, utterance, isNewSession: false }, context));

  /** What a person would read at this end, a line each. */
  const lines = (end: End): readonly string[] =>
    told[end].map(({ author, content }) => `${author}: ${plainText(content)}`);

  const deliverToOurs = async (end: End, request: RawRequest): Promise<RawResponse> => {
    const response = await receive(end, request);
    for (let work = behind.shift(); work; work = behind.shift()) await work();
    return response;
  };

  return { context, told, lines, findings, sent, replies, answers, say, receive: deliverToOurs };
};

export const typed = (text: string): Utterance => ({ kind: 'text', text });

/** The press of what was offered last under this title at the end, as a person's click sends it. */
export const pressOf = (title: string, spoken: readonly SpokenMessage[]): Utterance => {
  for (const { content } of spoken.toReversed()) {
    if (content.kind === 'quick-replies') {
      const reply = content.replies.find((each) => each.title === title);
      if (reply) return { kind: 'press', title, payload: reply.payload };
    }
    const buttons =
      content.kind === 'buttons' || content.kind === 'list'
        ? content.buttons
        : content.kind === 'carousel'
          ? content.cards.flatMap((each) => each.buttons)
          : [];
    const button = buttons.find((each) => each.title === title);
    if (button?.action.kind === 'postback') return { kind: 'press', title, payload: button.action.payload };
  }
  throw new RangeError(`Nothing with the title ${title} was offered.`);
};
