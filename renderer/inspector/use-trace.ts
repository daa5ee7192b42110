import { useEffect, useMemo } from 'react';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { traceSteps, type TraceStep } from '#renderer/store/inspect/trace.ts';

/** The trace of an exchange from its beginning: read once, and followed as it goes on. */
export const useTrace = (traceId: number): readonly TraceStep[] => {
  const actions = useActions();
  const read = useBench(({ view }) => view.trace);
  const exchanges = useSession((session) => session.exchanges);
  const messages = useSession((session) => session.messages);
  useEffect(() => void actions.readTrace(traceId), [actions, traceId]);
  return useMemo(() => traceSteps(traceId, read, { exchanges, messages }), [traceId, read, exchanges, messages]);
};
