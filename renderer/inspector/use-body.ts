import { useEffect, useState } from 'react';
import { faultOf } from '#renderer/store/attempt.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { firstBytes, type ReadBody } from '#renderer/store/inspect/inspect-actions.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';

export type BodyRead =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly body: ReadBody }
  | { readonly state: 'failed'; readonly fault: Fault };

/** The first `length` bytes of a body. What came along with its exchange is there at once, and stays while more is read. */
export const useBody = (exchange: Exchange, part: BodyPart, length: number): BodyRead => {
  const actions = useActions();
  const along = useBench(({ view: { opened } }) =>
    opened?.state === 'read' && opened.exchange === exchange ? opened.bodies[part] : undefined,
  );
  const [read, setRead] = useState<BodyRead | null>(null);
  const isEnough = along !== undefined && length <= firstBytes;
  useEffect(() => {
    if (isEnough) return undefined;
    let isWanted = true;
    const show = (next: BodyRead) => {
      if (isWanted) setRead(next);
    };
    actions.readBodyOf(exchange, part, length).then(
      (body) => show({ state: 'read', body }),
      (error: unknown) => show({ state: 'failed', fault: faultOf(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [actions, exchange, part, length, isEnough]);
  const first: BodyRead = along ? { state: 'read', body: along } : { state: 'reading' };
  return isEnough ? first : (read ?? first);
};
