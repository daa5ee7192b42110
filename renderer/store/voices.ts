import type { Words } from '#renderer/words/words.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import type { Voice, VoiceName } from '#shared/platforms/voice.ts';

/** The voices that a person has on this channel: those whose end we play. */
export const voicesOf = (channel: Channel, platform: Platform | undefined): readonly Voice[] =>
  (platform?.voices(channel.settings) ?? []).filter(({ end }) => channel.plays[end]);

/** The voice to speak with: the one that was last chosen on this channel, else the first that there is. */
export const chosenVoice = (voices: readonly Voice[], remembered: VoiceName | undefined): Voice | null =>
  voices.find(({ name }) => name === remembered) ?? voices[0] ?? null;

/** What an end is called on a screen. */
export const endName = (end: End, platform: Pick<Platform, 'name'>, { names }: Pick<Words, 'names'>): string =>
  names.end[end](platform.name);

/** Why nobody can speak here, and what to do: null where somebody can. */
export const silenceOf = (channel: Channel, platform: Platform | undefined, words: Words): string | null => {
  const { silence } = words.conversation;
  if (!platform) return silence.unknownPlatform;
  if (voicesOf(channel, platform).length > 0) return null;
  const { plays } = channel;
  if (!plays.platform && !plays.app) return silence.noEnd;
  const absent = platform.voices(channel.settings);
  if (absent.length === 0) return silence.noWords;
  return silence.elsewhere([...new Set(absent.map(({ end }) => endName(end, platform, words)))]);
};

/** The end at which the bot is: across from the user. */
export const botEndOf = (channel: Channel, platform: Platform | undefined): End =>
  platform?.userSits(channel.settings) === 'platform' ? 'app' : 'platform';
