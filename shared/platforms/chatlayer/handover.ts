import type { End } from '#shared/exchange/exchange.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';

type Remembering = Pick<PlatformContext, 'memory'>;

const key = (end: End, userId: string): string => `${end}/handed-over/${userId}`;

/** Whether a conversation was handed over to an agent, as this end knows it. */
export const isHandedOver = (end: End, userId: string, { memory }: Remembering): boolean =>
  memory.get(key(end, userId)) === true;

export const setHandedOver = (end: End, userId: string, isNow: boolean, { memory }: Remembering): void => {
  if (isNow) memory.set(key(end, userId), true);
  else memory.forget(key(end, userId));
};
