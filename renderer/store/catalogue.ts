import type { BotScript } from '#shared/bot/bot-script.ts';
import type { Platform } from '#shared/platforms/platform.ts';

/** What there is to choose from: the platforms and bot scripts that this build knows. */
export type Catalogue = { readonly platforms: readonly Platform[]; readonly botScripts: readonly BotScript[] };
