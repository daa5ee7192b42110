import type { PlatformContext, Stamp } from '#shared/platforms/context.ts';
import type { Channels } from './channels.ts';
import type { OpenChannel } from './open-channel.ts';
import type { Conversations } from './conversations.ts';
import type { LatePhases } from './late-phases.ts';
import type { Ledger } from './ledger.ts';
import type { Lines } from './lines.ts';
import type { Loopback } from './loopback.ts';
import type { Removals } from './removals.ts';
import type { Marks } from './marks.ts';
import type { RuleCounter } from './rule-counter.ts';
import type { RuledWords } from './ruled-words.ts';
import type { ShelfKeeper } from './shelf-keeper.ts';
import type { Turns } from './turns.ts';
import type { UnderWay } from './under-way.ts';
import type { UsedTokens } from './used-tokens.ts';
import type { World } from './world.ts';

/** What the ten stops share: the world, and the parts that hold state. */
export type Bench = {
  readonly world: World;
  readonly channels: Channels;
  readonly conversations: Conversations;
  readonly latePhases: LatePhases;
  readonly ledger: Ledger;
  readonly lines: Lines;
  readonly loopback: Loopback;
  readonly removals: Removals;
  readonly marks: Marks;
  readonly ruleCounter: RuleCounter;
  readonly ruledWords: RuledWords;
  readonly shelf: ShelfKeeper;
  readonly turns: Turns;
  readonly underWay: UnderWay;
  readonly usedTokens: UsedTokens;
  /** Where this bench listens, or null. */
  readonly ownOrigin: () => string | null;
  readonly stamp: () => Stamp;
  readonly contextOf: (channel: OpenChannel) => PlatformContext;
};
