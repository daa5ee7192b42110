import { useEffect, useState } from 'react';
import { useActions } from '#renderer/store/context.tsx';
import type { Asked, Examined } from '#renderer/store/trust-actions.ts';
import { isReal, type Supposed } from '#renderer/store/what-if.ts';
import type { CommandInput } from '#shared/contract/harness.ts';

/** What is looked at: a kept exchange, or a text that was pasted. */
export type Examinable = CommandInput<'examine'>['source'];

/** The verdict under what is supposed; null while it is as it was. The last one stays until the next has come. */
export const useSupposedVerdict = (
  channelId: string,
  source: Examinable,
  supposed: Supposed,
  asOf: number,
): Asked<Examined> | null => {
  const actions = useActions();
  const [result, setResult] = useState<Asked<Examined> | null>(null);
  useEffect(() => {
    if (isReal(supposed)) return undefined;
    let isWanted = true;
    // As of when it came: else every token of yesterday would have expired, whatever is supposed of the rest.
    void actions
      .examine({ channelId, source, whatIf: { at: asOf, ...supposed } })
      .then((answer) => isWanted && setResult(answer));
    return () => {
      isWanted = false;
    };
  }, [actions, channelId, source, supposed, asOf]);
  return isReal(supposed) ? null : result;
};
