import type { Channel } from '#shared/channel/channel.ts';
import { openHarness } from './open-harness.ts';
import { printJson, printLine } from './print.ts';
import { sessionOf } from './watch-session.ts';

/** `hookbench channels`: the channels of a data folder, secrets named and never shown. */
export const listChannels = async ({
  data,
  json,
}: {
  readonly data: string;
  readonly json: boolean;
}): Promise<number> => {
  const { harness, close } = await openHarness(data);
  try {
    const { channels } = await sessionOf(harness);
    if (json) printJson(channels);
    else for (const channel of channels) printLine(channelLine(channel));
    return 0;
  } finally {
    await close();
  }
};

const channelLine = ({ name, platformId, plays, botId, ...channel }: Channel): string =>
  `${name}  (${platformId}; plays ${playedEnds(plays)}; bot: ${botId}${environmentWords(channel)})`;

/** Where there is but one, nobody has to be told which. */
const environmentWords = ({ environments, environmentId }: Pick<Channel, 'environments' | 'environmentId'>): string => {
  const active = environments.find(({ id }) => id === environmentId);
  return active && environments.length > 1 ? `; environment: ${active.name}` : '';
};

const playedEnds = ({ platform, app }: Channel['plays']): string =>
  platform && app ? 'both ends' : platform ? 'the platform end' : app ? 'the app end' : 'no end';
