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
export const endName = (end: End, platform: Pick<Platform, 'name'>): string =>
  end === 'platform' ? `${platform.name} end` : 'app end';

/** Why nobody can speak here, and what to do: null where somebody can. */
export const silenceOf = (channel: Channel, platform: Platform | undefined): string | null => {
  if (!platform) return 'This build does not know the platform of the channel, so nothing can be said here.';
  if (voicesOf(channel, platform).length > 0) return null;
  const { plays } = channel;
  if (!plays.platform && !plays.app)
    return 'Hookbench plays neither end of this channel. Turn one on in its settings, and you can speak here.';
  const absent = platform.voices(channel.settings);
  if (absent.length === 0)
    return 'With these settings the channel carries no words that Hookbench could send. Choose another mode in its settings.';
  const ends = [...new Set(absent.map(({ end }) => endName(end, platform)))];
  return `Messages come from your own system on this channel, and appear here as they arrive. To speak here yourself, let Hookbench play the ${ends.join(' or the ')} too.`;
};

/** The end at which the bot is: across from the user. */
export const botEndOf = (channel: Channel, platform: Platform | undefined): End =>
  platform?.userSits(channel.settings) === 'platform' ? 'app' : 'platform';
