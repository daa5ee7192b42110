import type { BotScript } from './bot-script.ts';
import { demoBot } from './demo-bot.ts';
import { echoBot } from './echo-bot.ts';

/** The bots that a channel can have without any file of the user's. */
export const botScripts: readonly BotScript[] = [demoBot, echoBot];
