import { useEffect, useState } from 'react';

/** What a promise brings, for the newest question only; null until then. `ask` has to be the same function for the same question. */
export const useLatest = <Answer>(ask: () => Promise<Answer>): Answer | null => {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let isWanted = true;
    const wait = async () => {
      const got = await ask();
      if (isWanted) setAnswer(got);
    };
    void wait();
    return () => {
      isWanted = false;
    };
  }, [ask]);
  return answer;
};
