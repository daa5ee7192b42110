import { answerOf } from '#shared/bot/bot-script.ts';
import { botScripts } from '#shared/bot/bot-scripts.ts';
import { byHand } from '#shared/channel/channel.ts';
import { answerOfRule, replyRuleFor } from '#shared/channel/reply-rule.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { contentOfUtterance, plainText, type Content } from '#shared/exchange/message.ts';
import type { Answer, Turn } from '#shared/platforms/dispatch.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './open-channel.ts';
import type { HandAnswer } from './turns.ts';

type Asked = {
  readonly channel: OpenChannel;
  readonly end: End;
  readonly exchangeId: number;
  readonly conversationId: string | null;
  readonly onGone: (act: () => void) => void;
};

/** What was answered to a turn, and which reply rule spoke. */
export type Answered =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly findings: readonly Finding[] }
  | { readonly kind: 'timed-out' | 'gone' };

/** Lets the channel answer: at the app end by its reply rules first, then by its bot, where there is one at this end. */
export const answerTurn = async (turn: Turn, asked: Asked, bench: Bench): Promise<Answered> => {
  const rule = asked.end === 'app' ? replyRuleFor(asked.channel.stored.replyRules, turn.utterance) : undefined;
  const ruled = rule && answerOfRule(rule, { user: turn.userId, text: plainText(contentOfUtterance(turn.utterance)) });
  const contents = ruled?.contents ?? (turn.asksBot ? await askBot(turn, asked, bench) : []);
  if (contents === 'gone' || contents === 'timed-out') return { kind: contents };
  if (rule && rule.delay > 0) await bench.underWay.pause(rule.delay);
  return {
    kind: 'answer',
    answer: { contents, shape: ruled?.shape ?? null },
    findings: rule ? [ruleSpoke(rule.name)] : [],
  };
};

const ruleSpoke = (name: string): Finding => ({
  severity: 'info',
  rule: 'reply-rule',
  summary: `The reply rule “${name}” of this channel made this reply.`,
});

/** The bot of the channel: its script at once, or a person within the limit of the platform. */
const askBot = async (turn: Turn, asked: Asked, bench: Pick<Bench, 'turns'>): Promise<HandAnswer> => {
  const { stored } = asked.channel;
  const script = botScripts.find((each) => each.id === stored.botId);
  if (stored.botId === byHand && asked.conversationId !== null) {
    const { exchangeId, conversationId } = asked;
    return bench.turns.wait({ exchangeId, channelId: stored.id, conversationId, limit: turn.limit }, asked.onGone);
  }
  return script ? answerOf(script, turn.utterance, { user: turn.userId }) : [missingScript(stored.botId)];
};

const missingScript = (botId: string): Content => ({
  kind: 'text',
  text: `This channel has no bot: there is no bot script named ${botId}. Choose one in the settings of the channel.`,
});
