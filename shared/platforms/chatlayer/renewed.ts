import type { Platform } from '#shared/platforms/platform.ts';
import { chatlayerSettings } from './settings.ts';

/** Both ids stand in addresses. Where the real Chatlayer is called, they are what its pages say, and stay. */
export const renewed: NonNullable<Platform['renewed']> = ({ settings, plays }, { id }) => {
  if (!plays.platform) return {};
  const { channelId, botId } = chatlayerSettings(settings);
  const digits = (): string => id().replaceAll('-', '').slice(0, 24);
  return { ...(channelId === '' ? {} : { channelId: digits() }), ...(botId === '' ? {} : { botId: digits() }) };
};
