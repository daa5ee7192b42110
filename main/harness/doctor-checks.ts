import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './open-channel.ts';

/** What every look at a channel is given. */
export type Patient = {
  readonly channel: OpenChannel;
  readonly bench: Bench;
};

type Named = Pick<ChannelCheck, 'id' | 'title'> & { readonly setting?: string };
type Extra = Pick<ChannelCheck, 'remedy' | 'status' | 'source'>;

export const passed = (named: Named, detail: string): ChannelCheck => ({ ...named, result: 'pass', detail, next: '' });

export const notLookedAt = (named: Named, detail: string): ChannelCheck => ({
  ...named,
  result: 'not-applicable',
  detail,
  next: '',
});

export const warned = (named: Named, detail: string, next: string, extra: Extra = {}): ChannelCheck => ({
  ...named,
  result: 'warn',
  detail,
  next,
  ...extra,
});

export const failed = (named: Named, detail: string, next: string, extra: Extra = {}): ChannelCheck => ({
  ...named,
  result: 'fail',
  detail,
  next,
  ...extra,
});
