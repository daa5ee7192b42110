import type { Content } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import { pollIdOf } from './ids.ts';

/** The rest of an answer that waits to be polled. */
export type WaitingRest = {
  readonly userId: string;
  readonly sessionId: string;
  readonly contents: readonly Content[];
  /** How often the platform says first that it is not there yet. */
  readonly inProgress: number;
};

const keyOf = (pollId: string): string => `platform/poll/${pollId}`;

/** Keeps the rest of an answer under a new poll id. */
export const keepRest = (rest: WaitingRest, { memory, stamp }: Pick<PlatformContext, 'memory' | 'stamp'>): string => {
  const pollId = pollIdOf(stamp.id());
  memory.set(keyOf(pollId), rest);
  return pollId;
};

/** The rest under this id as it stands at this poll: the last time it is asked for, it is gone afterwards. Null where there is none. */
export const pollRest = (pollId: string, { memory }: Pick<PlatformContext, 'memory'>): WaitingRest | null => {
  const rest: Json | undefined = memory.get(keyOf(pollId));
  if (!isJsonObject(rest)) return null;
  // Only `keepRest` writes under this key.
  const waiting = rest as unknown as WaitingRest;
  if (waiting.inProgress > 0) memory.set(keyOf(pollId), { ...rest, inProgress: waiting.inProgress - 1 });
  else memory.forget(keyOf(pollId));
  return waiting;
};
