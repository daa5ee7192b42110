import { fault, HarnessError } from '#shared/contract/fault.ts';

/** What is wrong with a command line that Commander lets pass, in one sentence. */
export const refused = (problem: string): HarnessError => new HarnessError(fault('input.invalid', { problem }));
