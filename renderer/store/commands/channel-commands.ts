import type { Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { menuKeys } from '#shared/contract/shell.ts';
import { currentChannel } from '../selectors.ts';
import { signedModelOf } from '../signed-tokens.ts';
import type { ChannelPart } from '../remember.ts';
import { command, type Command, type Situation } from './command.ts';

type Shown = { readonly channel: Channel; readonly platform: Platform | undefined };

/** The channel on screen with its platform; null where there is none. */
export const shownChannel = ({ state, catalogue }: Situation): Shown | null => {
  const channel = currentChannel(state.session?.channels ?? [], state.view.remembered.channelId);
  const platform = catalogue.platforms.find(({ id }) => id === channel?.platformId);
  return channel && { channel, platform };
};

const part = (part: ChannelPart, isPossible: (shown: Shown) => boolean = () => true): Command =>
  command({
    group: 'channels',
    isForBenchOnly: true,
    isPossible: (situation) => {
      const shown = shownChannel(situation);
      return shown !== null && isPossible(shown);
    },
    run: (bench) => {
      const shown = shownChannel(bench);
      if (shown) bench.actions.showChannel({ channelId: shown.channel.id, part });
    },
  });

const step = (by: 1 | -1): Command =>
  command({
    group: 'channels',
    isPossible: ({ state }) => (state.session?.channels.length ?? 0) > 1,
    run: (bench) => {
      const channels = bench.state.session?.channels ?? [];
      const from = channels.findIndex(({ id }) => id === shownChannel(bench)?.channel.id);
      const next = channels[(from + by + channels.length) % channels.length];
      if (next) bench.actions.selectChannel(next.id);
    },
  });

/** Of the channels, and of the one on screen. */
export const channelCommands = {
  'new-channel': command({
    group: 'channels',
    isForBenchOnly: true,
    keys: menuKeys['new-channel'],
    run: ({ actions }) => actions.showDialog({ kind: 'add-channel' }),
  }),
  'edit-channel': part('settings'),
  'connect-channel': part('connect'),
  'check-channel': command({
    group: 'channels',
    isForBenchOnly: true,
    isPossible: (situation) => shownChannel(situation) !== null,
    run: ({ actions, ...situation }) => {
      const channelId = shownChannel(situation)?.channel.id;
      if (channelId === undefined) return;
      actions.showChannel({ channelId, part: 'check' });
      void actions.checkChannel(channelId);
    },
  }),
  'show-bots': command({
    group: 'channels',
    run: ({ actions }) => actions.showBot({}),
  }),
  'edit-environments': part('environments'),
  'edit-replies': part('replies', ({ channel }) => channel.plays.app),
  'choose-defects': part('defects'),
  'make-token': command({
    group: 'channels',
    isForBenchOnly: true,
    isPossible: (situation) => {
      const shown = shownChannel(situation);
      return shown !== null && signedModelOf(shown.channel, shown.platform) !== null;
    },
    run: (bench) => {
      const shown = shownChannel(bench);
      if (shown) bench.actions.showDialog({ kind: 'mint', channelId: shown.channel.id });
    },
  }),
  'remove-channel': command({
    group: 'channels',
    isForBenchOnly: true,
    isPossible: (situation) => shownChannel(situation) !== null,
    run: (bench) => {
      const shown = shownChannel(bench);
      if (shown) void bench.actions.removeChannel(shown.channel.id);
    },
  }),
  'next-channel': step(1),
  'previous-channel': step(-1),
};
