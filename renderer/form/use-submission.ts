import { useState, type FormEvent } from 'react';
import { isAt, type Refused } from '#renderer/store/settings-form.ts';

export type Submission = {
  readonly refused: Refused | null;
  readonly isBusy: boolean;
  /** How often it was sent and is back. */
  readonly attempts: number;
  readonly submit: (event: FormEvent) => void;
  /** What is being corrected is not wrong any more, as far as anyone knows. */
  readonly forgetIssues: (pointer: string) => void;
  /** What was written is not meant any more. */
  readonly forgetAll: () => void;
};

/** Sends a form once at a time and keeps why it was refused. */
export const useSubmission = (send: () => Promise<Refused | null>): Submission => {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const finish = async () => {
    setRefused(await send());
    setBusy(false);
    setAttempts((before) => before + 1);
  };
  return {
    refused,
    isBusy,
    attempts,
    submit: (event) => {
      event.preventDefault();
      if (isBusy) return;
      setBusy(true);
      void finish();
    },
    forgetAll: () => setRefused(null),
    forgetIssues: (pointer) => setRefused((before) => before && without(before, pointer)),
  };
};

/** Null when the last thing that was wrong is being corrected. */
const without = (refused: Refused, pointer: string): Refused | null => {
  const left = refused.issues?.filter(({ path }) => !isAt(path, pointer)) ?? [];
  return left.length === 0 && refused.issues && refused.issues.length > 0 ? null : { ...refused, issues: left };
};
