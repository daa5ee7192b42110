import type { End, ExchangeSummary } from '#shared/exchange/exchange.ts';

/** The end that has to accept a request: ours where it came in, the other where we sent it. Of no channel, it counts as the platform. */
export const receiverOf = ({ direction, end }: Pick<ExchangeSummary, 'direction' | 'end'>): End => {
  if (end === 'app') return direction === 'inbound' ? 'app' : 'platform';
  return direction === 'inbound' ? 'platform' : 'app';
};
