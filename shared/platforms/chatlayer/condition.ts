import type { Condition } from '#shared/platforms/setup.ts';
import type { ChatlayerSettings } from './settings.ts';

const missing = (name: string, why: string): Condition => ({
  sentence: `This channel has no ${name}: ${why} Enter it in the settings of the channel.`,
  remedy: null,
});

/** What the dialect needs and the settings do not have: each dialect needs other ids, so the form cannot demand all of them. */
export const chatlayerCondition = ({ dialect, channelId, botId, accessToken }: ChatlayerSettings): Condition | null => {
  if (dialect === 'd1' && channelId === '') return missing('channel id', 'without it no message has an address.');
  if (dialect !== 'd1' && botId === '') return missing('bot id', 'without it no message has an address.');
  return dialect !== 'd0' && accessToken === ''
    ? missing('access token', 'every message of the user or agent is refused.')
    : null;
};
