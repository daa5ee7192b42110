import type { Platform } from '#shared/platforms/platform.ts';
import { snatchBotSettings } from './settings.ts';

/** API channels of a bot are told apart by the App ID, the addresses of our app end by the bot's number. Where SnatchBot itself is the other end, both stay. */
export const renewed: NonNullable<Platform['renewed']> = ({ settings, plays }, { id }) => {
  if (!plays.platform) return {};
  const digits = id().replaceAll('-', '').slice(0, 12);
  return snatchBotSettings(settings).feature === 'api-channel'
    ? { appId: `app${digits}` }
    : { botId: String(Number.parseInt(digits, 16)) };
};
