import { textOf } from '#shared/exchange/body.ts';
import { headerValue, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { Returned } from '#shared/platforms/dispatch.ts';

/**
 * What the endpoint made of a request. `accepted`: as it makes of a valid one. `broke`: an error of its own instead of a refusal.
 * `unclear`: too busy, too slow, or not there, so nothing can be said. `skipped`: it was not sent.
 */
export type OutcomeState = 'refused' | 'accepted' | 'broke' | 'unclear' | 'skipped';

export type AttackOutcome = {
  readonly state: OutcomeState;
  /** Null where there is no answer. */
  readonly status: number | null;
  /** A few words: `401`, `500: it broke`. Never a part of the answer, which may quote the request. */
  readonly detail: string;
};

/** Statuses that say something about the moment and nothing about the credential (RFC 9110 §15, RFC 6585 §4). */
const ofTheMoment: ReadonlySet<number> = new Set([408, 425, 429, 503, 504]);

/** Reads an answer. `refusalText`: words in the body of a refusal, for endpoints that answer 200 to everything; empty where there are none. */
export const outcomeOf = (returned: Returned, refusalText: string): AttackOutcome => {
  if (!returned.ok) {
    const { code } = returned.fault;
    return code === 'target.reset' || code === 'target.garbled'
      ? { state: 'broke', status: null, detail: 'no answer that can be read: it broke' }
      : { state: 'unclear', status: null, detail: returned.fault.message.replace(/\.$/, '') };
  }
  const { status } = returned.response;
  const told = (state: OutcomeState, detail = String(status)): AttackOutcome => ({ state, status, detail });
  if (ofTheMoment.has(status)) return told('unclear', `${String(status)}: it is busy`);
  if (status >= 500) return told('broke', `${String(status)}: it broke`);
  if (status < 200 || status >= 300) return told('refused');
  return refusalText !== '' && bodyHas(returned.response, refusalText)
    ? told('refused', `${String(status)}, and the body says so`)
    : told('accepted');
};

const bodyHas = ({ headers, body }: RawResponse, text: string): boolean =>
  textOf(body, headerValue(headers, 'content-type')).text.includes(text);

/** What a person has to look at: a wrong credential that was taken, or one that broke the endpoint. */
export const isWeakness = ({ state }: AttackOutcome): boolean => state === 'accepted' || state === 'broke';
