import { formatMoment } from '#renderer/kit/format.ts';
import type { Supposed } from '#renderer/store/what-if.ts';
import type { Channel } from '#shared/channel/channel.ts';

/** What is supposed, as the beginning of a sentence. */
export const supposedWords = ({ at, algorithm, keysOf }: Supposed, channels: readonly Channel[]): string => {
  const parts = [
    at !== undefined && `the clock stood at ${formatMoment(at)}`,
    algorithm !== undefined && `the channel used ${algorithm}`,
    keysOf !== undefined && `it had the keys of ${channels.find(({ id }) => id === keysOf)?.name ?? 'another channel'}`,
  ].filter((each) => each !== false);
  return `Hypothetical: if ${parts.join(' and ')}`;
};
