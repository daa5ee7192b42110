import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { causes as causeTable } from '#shared/trust/autopsy/causes.ts';
import type { Check, CheckResult } from '#shared/trust/verdict.ts';

const words: Readonly<Record<CheckResult, string>> = { pass: 'ok', warn: 'warn', fail: 'FAIL', 'not-applicable': '-' };

/** The check list of a verdict as text. */
export const checkLines = (checks: readonly Check[]): readonly string[] =>
  checks.map(({ result, title, detail }) => `  ${words[result].padEnd(4)}  ${title}: ${detail}`);

/** A cause with its proof and what to do. */
export const causeLines = ({ code, proof, fix, certainty }: Cause): readonly string[] => [
  `Cause: ${code}  ${causeTable[code]}${certainty === 'proven' ? '' : ' (possible)'}`,
  `Proof: ${proof}`,
  `Fix:   ${fix}`,
];
