import type { Examination } from '#shared/trust/autopsy/cause.ts';
import type { FactStatus } from '#shared/exchange/finding.ts';

export type CheckResult = 'pass' | 'warn' | 'fail' | 'not-applicable';

/** One line of the check list, in the order in which the platform decides. Never holds a secret. */
export type Check = {
  /** A stable code: `jwt.signature`. */
  readonly id: string;
  /** A few words: "Signature". */
  readonly title: string;
  readonly result: CheckResult;
  /** One sentence about this very credential: "The signature matches the client secret of this channel." */
  readonly detail: string;
  readonly status?: FactStatus;
  readonly source?: string;
};

export type VerdictState = 'trusted' | 'refused' | 'unchecked';

/** Where the credential of an exchange is, so that a screen can show it next to the verdict. */
export type CredentialPlace =
  | { readonly kind: 'jwt'; readonly header: string }
  /** A text that is compared as it stands: `query token`, `body /verifyToken`, `header x-access-key`, `path`. */
  | { readonly kind: 'text'; readonly at: string };

/** The findings about trust, folded: a sentence first, then the checks that led to it. */
export type Verdict = {
  readonly state: VerdictState;
  /** One sentence: "Accepted: the signature and every claim hold." */
  readonly because: string;
  /** One sentence: what to do when it was refused. */
  readonly fix?: string;
  readonly checks: readonly Check[];
  readonly credential?: CredentialPlace;
  /** What looking deeper showed, where it was refused: the cause behind the check that failed, with its proof. */
  readonly examination?: Examination;
};

/** The verdict of an exchange that nobody examined. */
export const unchecked = (because: string): Verdict => ({ state: 'unchecked', because, checks: [] });
