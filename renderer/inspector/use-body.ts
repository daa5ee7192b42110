import { useEffect, useState } from 'react';
import { useActions } from '#renderer/store/context.tsx';
import { faultOf } from '#renderer/store/attempt.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { BodyPart } from '#shared/exchange/exchange.ts';

export type BodyRead =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly bytes: Uint8Array }
  | { readonly state: 'failed'; readonly fault: Fault };

/** The first `length` bytes of a body. */
export const useBody = (id: number, part: BodyPart, length: number): BodyRead => {
  const actions = useActions();
  const [read, setRead] = useState<BodyRead>({ state: 'reading' });
  useEffect(() => {
    let isWanted = true;
    const show = (next: BodyRead) => {
      if (isWanted) setRead(next);
    };
    actions.readBody(id, part, 0, Math.max(1, length)).then(
      ({ bytes }) => show({ state: 'read', bytes }),
      (error: unknown) => show({ state: 'failed', fault: faultOf(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [actions, id, part, length]);
  return read;
};
