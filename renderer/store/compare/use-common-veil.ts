import { useMemo } from 'react';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { credentialsOf } from '../inspect/credentials.ts';

/** What is hidden of two exchanges beside each other until a person asks for it; null where everything is shown. The same list for the same two. */
export const useCommonVeil = (before: Exchange, after: Exchange, areRevealed: boolean): readonly string[] | null =>
  useMemo(
    () => (areRevealed ? null : [...new Set([...credentialsOf(before), ...credentialsOf(after)])]),
    [before, after, areRevealed],
  );
