import type { Words } from '#renderer/words/words.ts';
import type { Channel } from '#shared/channel/channel.ts';
import { endName } from './voices.ts';

/** Which ends of a channel we play, in a few words. */
export const playsWords = ({ plays }: Pick<Channel, 'plays'>, platformName: string, words: Words): string => {
  if (plays.app && plays.platform) return words.channels.plays.both;
  if (!plays.app && !plays.platform) return words.channels.plays.none;
  return endName(plays.app ? 'app' : 'platform', { name: platformName }, words);
};
