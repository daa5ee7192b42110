import { spokenBy } from '#shared/bot/bot-script.ts';
import { byHand } from '#shared/channel/channel.ts';
import { answerOfRule, replyRuleFor } from '#shared/channel/reply-rule.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { contentOfUtterance, plainText, type Content } from '#shared/exchange/message.ts';
import { joinedRules } from '#shared/exchange/rule-names.ts';
import type { Answer, Turn } from '#shared/platforms/dispatch.ts';
import type { Bench } from './bench.ts';
import { botOf } from './bot-of.ts';
import type { OpenChannel } from './open-channel.ts';
import type { HandAnswer } from './turns.ts';

type Asked = {
  readonly channel: OpenChannel;
  readonly end: End;
  readonly exchangeId: number;
  readonly conversationId: string | null;
  readonly onGone: (act: () => void) => void;
};

/** What was answered to a turn, and which rules spoke: one of the channel's reply rules, one of its bot, or both. */
export type Answered =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly findings: readonly Finding[]; readonly rule: string }
  | { readonly kind: 'timed-out' | 'gone' };

/** Lets the channel answer: at the app end by its reply rules first, then by its bot, where there is one at this end. */
export const answerTurn = async (turn: Turn, asked: Asked, bench: Bench): Promise<Answered> => {
  const rule = asked.end === 'app' ? replyRuleFor(asked.channel.stored.replyRules, turn.utterance) : undefined;
  const ruled = rule && answerOfRule(rule, { user: turn.userId, text: plainText(contentOfUtterance(turn.utterance)) });
  const said = ruled?.contents ? { contents: ruled.contents, rule: '' } : await askBot(turn, asked, bench);
  const { contents } = said;
  if (contents === 'gone' || contents === 'timed-out') return { kind: contents };
  const { id: channelId, botId } = asked.channel.stored;
  if (said.rule !== '') bench.ruleCounter.note({ channelId, botId, rule: said.rule });
  if (rule) bench.ruleCounter.note({ channelId, botId: null, rule: rule.name });
  if (rule && rule.delay > 0) await bench.underWay.pause(rule.delay);
  return {
    kind: 'answer',
    answer: { contents, shape: ruled?.shape ?? null },
    findings: rule ? [ruleSpoke(rule.name)] : [],
    rule: joinedRules(said.rule, rule?.name ?? ''),
  };
};

const ruleSpoke = (name: string): Finding => ({
  severity: 'info',
  rule: 'reply-rule',
  summary: `The reply rule “${name}” of this channel made this reply.`,
});

type Said = { readonly contents: HandAnswer; readonly rule: string };

/** The bot of the channel, where there is one at this end: its script at once, or a person within the limit of the platform. */
const askBot = async (turn: Turn, asked: Asked, bench: Pick<Bench, 'turns' | 'shelf'>): Promise<Said> => {
  if (!turn.asksBot) return { contents: [], rule: '' };
  const { stored } = asked.channel;
  const script = botOf(stored.botId, bench);
  if (stored.botId === byHand && asked.conversationId !== null) {
    const { exchangeId, conversationId } = asked;
    const waiting = { exchangeId, channelId: stored.id, conversationId, limit: turn.limit };
    return { contents: await bench.turns.wait(waiting, asked.onGone), rule: '' };
  }
  if (!script) return { contents: [missingScript(stored.botId)], rule: '' };
  return spokenBy(script, turn.utterance, { user: turn.userId });
};

const missingScript = (botId: string): Content => ({
  kind: 'text',
  text: `This channel has no bot: there is none with the id ${botId} any more. Choose one in the settings of the channel.`,
});
