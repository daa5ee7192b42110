import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { AttackWords, Prepared } from '#shared/trust/attack/attack.ts';
import type { TextCredential } from '#shared/trust/trust-model.ts';

/** What a wrong text is put into: a request that is valid now. */
export type TextCase = {
  readonly control: RawRequest;
  readonly credential: TextCredential;
  /** Those that go with it in the same request. */
  readonly others: readonly TextCredential[];
};

/** An attack on an endpoint that compares a text. `secretOnly`: it makes sense against a secret, not against an id. */
export type TextAttack = AttackWords & {
  readonly secretOnly: boolean;
  readonly make: (textCase: TextCase) => Prepared;
};

export const prepared = (made: RawRequest): Prepared => ({ requests: [made] });
