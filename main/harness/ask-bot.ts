import { answerOf } from '#shared/bot/bot-script.ts';
import { botScripts } from '#shared/bot/bot-scripts.ts';
import { byHand } from '#shared/channel/channel.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { Turn } from '#shared/platforms/platform.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './channels.ts';
import type { HandAnswer } from './turns.ts';

type Asked = {
  readonly channel: OpenChannel;
  readonly exchangeId: number;
  readonly conversationId: string | null;
  readonly onGone: (act: () => void) => void;
};

/** Lets the bot of the channel answer: its script at once, or a person within the limit of the platform. */
export const askBot = async (turn: Turn, asked: Asked, bench: Pick<Bench, 'turns'>): Promise<HandAnswer> => {
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
