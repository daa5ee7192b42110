import { act } from '@testing-library/react';
import type { Clock } from '#renderer/store/demo/live-turn.ts';

/** A clock that a test winds: what waits longest ago comes first. */
export const createHandClock = () => {
  let waiting: { readonly ms: number; readonly act: () => void }[] = [];
  const clock: Clock = {
    after: (ms, act) => {
      const each = { ms, act };
      waiting.push(each);
      return () => {
        waiting = waiting.filter((other) => other !== each);
      };
    },
  };
  return {
    ...clock,
    /** The next thing that waits happens now. */
    pass: () =>
      act(async () => {
        waiting.shift()?.act();
        await Promise.resolve();
      }),
    clear: () => {
      waiting = [];
    },
  };
};
