import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '#shared/contract/fault.ts';
import type { Finished } from '#shared/export/carry-over.ts';
import { faultOf } from '../attempt.ts';
import { useActions } from '../context.tsx';
import type { Progress } from '../under-way.ts';
import type { ExportInput } from './export-actions.ts';

export type ExportJob =
  | { readonly state: 'none' }
  | { readonly state: 'making'; readonly progress: Progress }
  | { readonly state: 'made'; readonly finished: Finished }
  | { readonly state: 'failed'; readonly fault: Fault };

const none: ExportJob = { state: 'none' };
const begun: ExportJob = { state: 'making', progress: { done: 0, total: null } };

/** A file that is being made: one at a time, and what was made before is let go of. */
export const useExportJob = () => {
  const actions = useActions();
  const [job, setJob] = useState<ExportJob>(none);
  const run = useRef(0);
  const made = useRef<Finished>(null);

  const drop = useCallback((): void => {
    run.current += 1;
    if (made.current) actions.forgetExport(made.current);
    made.current = null;
  }, [actions]);
  useEffect(() => drop, [drop]);

  const cancel = useCallback((): void => {
    drop();
    setJob(none);
  }, [drop]);

  /** Null where it was cancelled or refused: then the job says so. */
  const make = useCallback(
    async (input: ExportInput): Promise<Finished | null> => {
      drop();
      setJob(begun);
      const own = run.current;
      const isWanted = () => run.current === own;
      try {
        const finished = await actions.makeExport(input, {
          isCancelled: () => !isWanted(),
          onStep: ({ done, of }) => {
            if (isWanted()) setJob({ state: 'making', progress: { done, total: of === 0 ? null : of } });
          },
        });
        if (!finished) return null;
        if (!isWanted()) {
          actions.forgetExport(finished);
          return null;
        }
        made.current = finished;
        setJob({ state: 'made', finished });
        return finished;
      } catch (error) {
        if (isWanted()) setJob({ state: 'failed', fault: faultOf(error) });
        return null;
      }
    },
    [actions, drop],
  );

  return { job, make, cancel };
};
