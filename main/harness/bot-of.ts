import type { BotScript } from '#shared/bot/bot-script.ts';
import { botScripts } from '#shared/bot/bot-scripts.ts';
import type { Bench } from './bench.ts';

/** The script of this id: one that is built in, or one of the person's own. */
export const botOf = (botId: string, { shelf }: Pick<Bench, 'shelf'>): BotScript | undefined =>
  botScripts.find(({ id }) => id === botId) ?? shelf.current.bots.find(({ id }) => id === botId);
