import type { Harness } from '#shared/contract/harness.ts';
import { channelNamed } from './conversation-turn.ts';
import { refused } from './refused.ts';
import { sessionOf } from './watch-session.ts';

/** A defect of a channel, as it is named on a command line: `<channel>=<id>`. */
export type NamedDefect = { readonly channel: string; readonly id: string };

/** Refuses what is not `<channel>=<id>`. The name of a channel may hold an equals sign, an id does not. */
export const namedDefect = (text: string): NamedDefect => {
  const at = text.lastIndexOf('=');
  if (at > 0 && at < text.length - 1) return { channel: text.slice(0, at), id: text.slice(at + 1) };
  throw refused(`--defect ${text} has to be <channel>=<id>.`);
};

/**
 * Switches defects on beside those that are; what comes back puts it as it was, but leaves alone what somebody has switched meanwhile.
 * Refuses an unknown one with those that there are, and has then changed nothing.
 */
export const switchDefects = async (harness: Harness, wanted: readonly NamedDefect[]): Promise<() => Promise<void>> => {
  const undoing: (() => Promise<void>)[] = [];
  const undo = async (): Promise<void> => {
    for (const each of undoing.splice(0).toReversed()) await each();
  };
  try {
    for (const { channel, id } of wanted) {
      const { id: channelId, defects } = channelNamed((await sessionOf(harness)).channels, channel);
      if (defects.includes(id)) continue;
      await harness.changeChannel({ channelId, defects: [...defects, id] });
      undoing.push(() => switchOff(harness, channelId, id));
    }
  } catch (error) {
    await undo();
    throw error;
  }
  return undo;
};

const switchOff = async (harness: Harness, channelId: string, id: string): Promise<void> => {
  const channel = (await sessionOf(harness)).channels.find((each) => each.id === channelId);
  if (!channel?.defects.includes(id)) return;
  await harness.changeChannel({ channelId, defects: channel.defects.filter((each) => each !== id) });
};
