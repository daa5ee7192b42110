import { useMemo } from 'react';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { useBench } from '../context.tsx';
import { credentialsOf } from './credentials.ts';

/** What is hidden of an exchange until a person asks for it; null where everything is shown. The same list for the same exchange. */
export const useVeil = (exchange: Exchange): readonly string[] | null => {
  const isVeiled = useBench(({ view }) => view.unveiled !== exchange.summary.id);
  return useMemo(() => (isVeiled ? credentialsOf(exchange) : null), [isVeiled, exchange]);
};
