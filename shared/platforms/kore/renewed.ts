import type { Platform } from '#shared/platforms/platform.ts';
import { koreSettings } from './settings.ts';

/**
 * A further webhook channel of a bot is told from the first by its instance, a bot from another by its id. Where the real Kore.ai is
 * called, both are what its console says, and stay.
 */
export const renewed: NonNullable<Platform['renewed']> = ({ settings, plays }, { id }) => {
  if (!plays.platform) return {};
  return koreSettings(settings).webhookInstanceId === ''
    ? { botId: `st-${id()}` }
    : { webhookInstanceId: `ivrInst-${id()}` };
};
