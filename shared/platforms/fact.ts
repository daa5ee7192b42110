import type { Finding, FactStatus, Severity } from '#shared/exchange/finding.ts';
import type { Check } from '#shared/trust/verdict.ts';

/** What we hold true about a platform, how sure it is, and where it comes from. */
export type Fact = { readonly claim: string; readonly status: FactStatus; readonly source: string };

/** A finding that rests on a fact. `rule` begins with the platform's id: `kore.body.json`. `at` says where, as in `Finding`. */
export const findingAbout = (
  { status, source }: Fact,
  severity: Severity,
  rule: string,
  summary: string,
  at?: string,
): Finding => ({ severity, rule, summary, ...(at === undefined ? {} : { at }), status, source });

/** A line of a verdict's check list that rests on a fact. */
export const checkAbout = ({ status, source }: Fact, check: Omit<Check, 'status' | 'source'>): Check => ({
  ...check,
  status,
  source,
});
