import type { BotScript } from '#shared/bot/bot-script.ts';
import { demoBot } from '#shared/bot/demo-bot.ts';
import { echoBot } from '#shared/bot/echo-bot.ts';

/** The bots that a channel can have without any file of the user's. */
export const botScripts: readonly BotScript[] = [demoBot, echoBot];

/** The bot of this id, or undefined. */
export const botScriptOf = (id: string): BotScript | undefined => botScripts.find((each) => each.id === id);
