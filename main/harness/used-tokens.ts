import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import { bearerToken, decodeJwt } from '#shared/trust/jwt.ts';
import type { TrustModel } from '#shared/trust/trust-model.ts';

/** How many ids of tokens are remembered; the oldest go first. */
const mostTokens = 10_000;

/** Which exchange used the id of a token (jti) first, so that a refusal can point to it. */
export class UsedTokens {
  readonly #exchanges = new Map<string, number>();

  readonly exchangeOf = (jti: string): number | null => this.#exchanges.get(jti) ?? null;

  /** Notes the token of a request that was accepted. */
  readonly note = ({ headers }: RawRequest, model: TrustModel | null, exchangeId: number): void => {
    if (model?.kind !== 'jwt' || !model.requiresJti) return;
    const jti = decodeJwt(bearerToken(headerValue(headers, model.spot.name) ?? '') ?? '').payload.json?.['jti'];
    if (typeof jti !== 'string' || this.#exchanges.has(jti)) return;
    this.#exchanges.set(jti, exchangeId);
    const oldest = this.#exchanges.keys().next().value;
    if (this.#exchanges.size > mostTokens && oldest !== undefined) this.#exchanges.delete(oldest);
  };
}
