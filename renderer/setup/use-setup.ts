import { useEffect, useState } from 'react';
import { useActions } from '#renderer/store/context.tsx';
import type { Fault } from '#shared/contract/fault.ts';
import type { SetupStep } from '#shared/platforms/setup.ts';

export type SetupRead =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly steps: readonly SetupStep[] }
  | { readonly state: 'failed'; readonly fault: Fault };

/** The checklist of a channel, as it is when this is first drawn. */
export const useSetup = (channelId: string): SetupRead => {
  const actions = useActions();
  const [read, setRead] = useState<SetupRead>({ state: 'reading' });
  useEffect(() => {
    let isWanted = true;
    const ask = async () => {
      const result = await actions.readSetup(channelId);
      if (isWanted) setRead('code' in result ? { state: 'failed', fault: result } : { state: 'read', steps: result });
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [actions, channelId]);
  return read;
};
