import { useState } from 'react';
import { faultText } from '#renderer/store/say-fault.ts';
import { issuesAt } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Fault } from '#shared/contract/fault.ts';

/** Why the one field of a small form was refused, in words to stand beside it. `judge` is true where nothing was. */
export const useIssues = (pointer: string) => {
  const words = useWords();
  const [refused, setRefused] = useState<Fault | null>(null);
  const beside = refused?.issues ? issuesAt(refused.issues, pointer, words) : [];
  return {
    issues: refused && beside.length === 0 ? [faultText(refused, words)] : beside,
    judge: async (asked: Promise<Fault | null>): Promise<boolean> => {
      const refusal = await asked;
      setRefused(refusal);
      return refusal === null;
    },
    forget: () => setRefused(null),
  };
};
