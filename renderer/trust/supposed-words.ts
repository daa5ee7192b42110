import type { Supposed } from '#renderer/store/what-if.ts';
import type { Words } from '#renderer/words/words.ts';
import type { Channel } from '#shared/channel/channel.ts';

/** What is supposed, as the beginning of a sentence. */
export const supposedWords = (
  { at, algorithm, keysOf }: Supposed,
  channels: readonly Channel[],
  { whatIf, format }: Words,
): string => {
  const parts = [
    at !== undefined && whatIf.clockAt(format.moment(at)),
    algorithm !== undefined && whatIf.used(algorithm),
    keysOf !== undefined && whatIf.hadKeysOf(channels.find(({ id }) => id === keysOf)?.name ?? whatIf.anotherChannel),
  ].filter((each) => each !== false);
  return whatIf.supposing(parts);
};
