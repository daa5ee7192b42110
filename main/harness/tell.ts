import type { End } from '#shared/exchange/exchange.ts';
import type { SpokenMessage } from '#shared/platforms/dispatch.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './open-channel.ts';
import type { OpenedExchange } from './ledger.ts';

type Teller = {
  readonly channel: OpenChannel;
  readonly end: End;
  readonly opened: Pick<OpenedExchange, 'id' | 'conversationId' | 'direction' | 'twinId'>;
};

/**
 * With both ends ours, each end knows what was said; the one at which the user sits tells it, so that it is told once.
 * A request that somebody else sent us has no other end of ours.
 */
const tells = ({ channel: { stored, platform, settings }, end, opened }: Teller): boolean =>
  !(stored.plays.platform && stored.plays.app) ||
  platform.userSits(settings) === end ||
  (opened.direction === 'inbound' && opened.twinId === null);

/** Adds to the conversation what an exchange of this end said, where this end is the one that tells it. */
export const tell = (spoken: readonly SpokenMessage[], teller: Teller, bench: Bench): void => {
  const { channel, opened } = teller;
  if (opened.conversationId === null || !tells(teller)) return;
  const place = {
    channelId: channel.stored.id,
    conversationId: opened.conversationId,
    exchangeId: opened.id,
  };
  bench.conversations.tell(place, spoken);
};
