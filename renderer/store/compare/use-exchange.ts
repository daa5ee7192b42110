import { useEffect, useState } from 'react';
import type { Fault } from '#shared/contract/fault.ts';
import type { Direction, Exchange } from '#shared/exchange/exchange.ts';
import { useActions, useBench } from '../context.tsx';
import { exchangeNow } from '../selectors.ts';

/** An exchange as far as it has been read. */
export type ExchangeRead =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly exchange: Exchange }
  | { readonly state: 'failed'; readonly fault: Fault };

type Kept = { readonly id: number; readonly version: string; readonly read: ExchangeRead };

/** An exchange beside the one that is selected; of two twins the one on this side. It is read again when it closes. */
export const useExchange = (id: number | null, side: Direction | null): ExchangeRead | null => {
  const actions = useActions();
  const now = useBench((state) => exchangeNow(state, id));
  // It is another one to read once it is closed, or its twin is known.
  const version = `${now?.outcome.state ?? ''} ${String(now?.twinId ?? '')}`;
  const [kept, keep] = useState<Kept | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    let isWanted = true;
    const readBoth = async (): Promise<void> => {
      const first = await actions.readAnother(id);
      const { twinId, direction } = first.ok ? first.answer.summary : { twinId: null, direction: null };
      const other = twinId !== null && side !== null && direction !== side ? await actions.readAnother(twinId) : first;
      const found = other.ok ? other : first;
      const next: ExchangeRead = found.ok
        ? { state: 'read', exchange: found.answer }
        : { state: 'failed', fault: found.fault };
      if (isWanted) keep({ id, version, read: next });
    };
    void readBoth();
    return () => {
      isWanted = false;
    };
  }, [actions, id, side, version]);
  if (id === null) return null;
  return kept?.id === id ? kept.read : { state: 'reading' };
};
