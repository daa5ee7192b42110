import type { PlatformContext, Stamp } from '#shared/platforms/platform.ts';
import type { Channels, OpenChannel } from './channels.ts';
import type { Conversations } from './conversations.ts';
import type { Ledger } from './ledger.ts';
import type { Loopback } from './loopback.ts';
import type { Turns } from './turns.ts';
import type { World } from './world.ts';

/** What the ten stops share: the world, and the parts that hold state. */
export type Bench = {
  readonly world: World;
  readonly channels: Channels;
  readonly conversations: Conversations;
  readonly ledger: Ledger;
  readonly loopback: Loopback;
  readonly turns: Turns;
  readonly stamp: () => Stamp;
  readonly contextOf: (channel: OpenChannel) => PlatformContext;
};
