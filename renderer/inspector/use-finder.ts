import { useDeferredValue, useState } from 'react';
import { useBench } from '#renderer/store/context.tsx';
import type { BodyPart } from '#shared/exchange/exchange.ts';

/** What is looked for in one body. */
export type Wanted = {
  /** Null where the field is put away. */
  readonly written: string | null;
  /** In lower case, shortly after it was written: a large body takes a moment. */
  readonly words: string;
};

export const useWanted = (part: BodyPart): Wanted => {
  const written = useBench(({ view }) => view.finding[part]);
  return { written, words: useDeferredValue((written ?? '').toLowerCase()) };
};

/** The place among several that a person has gone to. */
export type Finder = {
  readonly count: number;
  /** From 0; -1 where there is none. */
  readonly at: number;
  readonly step: (by: 1 | -1) => void;
};

/** Goes through places, around their ends; begins anew with other words. */
export const useFinder = (count: number, words: string): Finder => {
  const [gone, setGone] = useState({ words, at: 0 });
  const at = gone.words === words ? Math.min(gone.at, count - 1) : Math.min(0, count - 1);
  return {
    count,
    at,
    step: (by) => {
      if (count > 0) setGone({ words, at: (at + by + count) % count });
    },
  };
};
