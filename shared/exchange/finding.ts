/** How sure a fact about a platform is: written by the vendor, seen on the wire, or our assumption. */
export type FactStatus = 'documented' | 'observed' | 'assumed';

export type Severity = 'error' | 'warning' | 'info';

/** Something the harness noticed about an exchange. Data: never thrown, and never holding a secret. */
export type Finding = {
  readonly severity: Severity;
  /** A stable code, dotted from the general to the special: `body.json.malformed`. */
  readonly rule: string;
  /** One sentence: what was noticed, and what to do about it. */
  readonly summary: string;
  /** Where: `header authorization`, `body /from/id`, `path`. */
  readonly at?: string;
  /** For a claim about a platform: how sure it is. */
  readonly status?: FactStatus;
  /** For a claim about a platform: where it is written or was seen. */
  readonly source?: string;
};
