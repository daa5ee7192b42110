import { redact } from '#shared/channel/redact.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import type { Json } from '#shared/text/json.ts';
import type { DecodedJwt } from '#shared/trust/jwt.ts';
import { sameText } from '#shared/trust/same-text.ts';
import type { CheckResult } from '#shared/trust/verdict.ts';
import type { KoreSettings } from './settings.ts';

/** What is known about the signature. */
export type SignatureState =
  | { readonly kind: 'match' }
  | { readonly kind: 'mismatch' }
  /** Only the other side can tell. */
  | { readonly kind: 'unknown' }
  /** An HMAC with the text of the public key as its secret: a known attack on careless verifiers. */
  | { readonly kind: 'confused' }
  /** The channel has no key to compare with; one sentence why. */
  | { readonly kind: 'no-key'; readonly problem: string };

/** What else the request says of its user: V1 does not look at it; `fromId` is null where a V2 body names none. */
export type Claimant = { readonly version: 'v1' } | { readonly version: 'v2'; readonly fromId: string | null };

/** What the checks look at. */
export type TokenEvidence = {
  readonly jwt: DecodedJwt;
  readonly signature: SignatureState;
  readonly settings: KoreSettings;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly claimant: Claimant;
  /** Whether this jti was taken before. */
  readonly isJtiUsed: boolean;
};

/** What a check says; `fact` where it rests on another one than its rule names. */
export type Judgement = readonly [result: CheckResult, detail: string, fact?: Fact];

/** One check, and what to do when it fails. */
export type CheckRule = {
  readonly id: string;
  readonly title: string;
  readonly fact: Fact;
  readonly fix: string;
  readonly judge: (evidence: TokenEvidence) => Judgement;
};

/** What every check of a claim says of a payload that cannot be read. */
export const unreadable: Judgement = ['not-applicable', 'The payload cannot be read.'];

/** A value of a token as a sentence may hold it: short, and never a secret of the channel. */
export const shown = (value: Json | undefined, { clientSecret, privateKey }: KoreSettings): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  if (clientSecret !== '' && sameText(text, clientSecret)) return 'the client secret itself';
  return redact(text, [clientSecret, privateKey]).slice(0, 80);
};
