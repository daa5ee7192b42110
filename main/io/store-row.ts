import type { ExchangeStore } from '#main/harness/world.ts';
import type { BodyPart, Exchange, ExchangeSummary } from '#shared/exchange/exchange.ts';

export type KeptRecord = Parameters<ExchangeStore['keep']>[0];

/** An exchange as a row: everything but the bodies as JSON, the summary apart because pages read nothing else. */
export type ExchangeRow = {
  readonly id: number;
  readonly isPending: boolean;
  readonly summary: string;
  readonly detail: string;
  /** Undefined: the body that is there stays. */
  readonly request: Uint8Array | undefined;
  /** Null: no response. */
  readonly response: Uint8Array | null;
};

export type Detail = Omit<Exchange, 'summary'>;

export const rowOf = ({ exchange, requestBody, responseBody }: KeptRecord): ExchangeRow => {
  const { summary, target, request, response, phases, findings, verdict } = exchange;
  return {
    id: summary.id,
    isPending: summary.outcome.state === 'pending',
    summary: JSON.stringify(summary),
    detail: JSON.stringify({ target, request, response, phases, findings, verdict } satisfies Detail),
    request: requestBody,
    response: responseBody,
  };
};

export const summaryOf = (row: { readonly summary: string }): ExchangeSummary =>
  JSON.parse(row.summary) as ExchangeSummary;

export const detailOf = (row: { readonly detail: string }): Detail => JSON.parse(row.detail) as Detail;

export const exchangeOf = (row: { readonly summary: string; readonly detail: string }): Exchange => ({
  summary: summaryOf(row),
  ...detailOf(row),
});

/** Where a body is in the table of bodies. */
export const bodyKey = (id: number, part: BodyPart): number => id * 2 + (part === 'request' ? 0 : 1);
