import { useMemo } from 'react';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { useBench } from '../context.tsx';
import { credentialsOf } from './credentials.ts';

/** Whether the credentials of an exchange are hidden: until a person asks for them. */
export const useIsVeiled = (id: number): boolean => useBench(({ view }) => view.unveiled !== id);

/** What is hidden of an exchange; null where everything is shown. The same list for the same exchange. */
export const useVeil = (exchange: Exchange): readonly string[] | null => {
  const isVeiled = useIsVeiled(exchange.summary.id);
  return useMemo(() => (isVeiled ? credentialsOf(exchange) : null), [isVeiled, exchange]);
};
