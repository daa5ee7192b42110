import type { ExchangeStore } from '#main/harness/exchange-store.ts';
import type { BodyPart, Exchange, ExchangeSummary } from '#shared/exchange/exchange.ts';
import { detailText, readExchange, readSummary, summaryText } from './store-pack.ts';

export type KeptRecord = Parameters<ExchangeStore['keep']>[0];

/** An exchange as a row: the summary apart because pages read nothing else. */
export type ExchangeRow = {
  readonly id: number;
  readonly isPending: boolean;
  /** Of what we sent and received ourselves: the received one. */
  readonly receivedId: number | null;
  readonly summary: string;
  readonly detail: string;
  /** Undefined: the body that is there stays. */
  readonly request: Uint8Array | undefined;
  /** Null: no response. */
  readonly response: Uint8Array | null;
};

/** What pages read. */
export type SummaryRow = Pick<ExchangeRow, 'id' | 'summary'>;

/** All but the bodies. */
export type HeadRow = Pick<ExchangeRow, 'id' | 'summary' | 'detail'>;

/** What is searched: a body that is null is in the table of bodies, or not there at all. */
export type SearchedRow = HeadRow & { readonly request: Uint8Array | null; readonly response: Uint8Array | null };

export const rowOf = ({ exchange, requestBody, responseBody }: KeptRecord): ExchangeRow => ({
  id: exchange.summary.id,
  isPending: exchange.summary.outcome.state === 'pending',
  receivedId: exchange.summary.direction === 'outbound' ? exchange.summary.twinId : null,
  summary: summaryText(exchange.summary),
  detail: detailText(exchange),
  request: requestBody,
  response: responseBody,
});

export const summaryOf = ({ id, summary }: SummaryRow): ExchangeSummary => readSummary(id, summary);

export const exchangeOf = ({ id, summary, detail }: HeadRow): Exchange => readExchange(id, summary, detail);

/**
 * Bodies up to so many bytes are in the exchange's own row: most of chat webhooks are, so an exchange is one insert. Three rows with two
 * of them fit a page of the file; larger ones would leave half of it empty, and an update of the row would write them again.
 */
export const bytesInRow = 2048;

/** Where a body that is not in its row is in the table of bodies. */
export const bodyKey = (id: number, part: BodyPart): number => id * 2 + (part === 'request' ? 0 : 1);
