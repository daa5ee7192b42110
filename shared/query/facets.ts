import { userIdOf } from '#shared/channel/channel.ts';
import type { ExchangeSummary, Outcome } from '#shared/exchange/exchange.ts';
import { wasImported } from '#shared/export/imported.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import type { VerdictState } from '#shared/trust/verdict.ts';

export type Way = 'in' | 'out' | 'loopback';

/** What the fields of a query are compared with, for one row of the traffic: texts in lower case, '' and null where there is nothing. */
export type Facets = {
  readonly id: number;
  readonly twinId: number | null;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly way: Way;
  readonly channelId: string;
  readonly conversationId: string;
  readonly user: string;
  readonly method: string;
  /** Path and query, secrets masked. */
  readonly target: string;
  /** The other side: its authority and its address. */
  readonly host: string;
  readonly state: Outcome['state'] | 'withheld';
  readonly isImported: boolean;
  readonly status: number | null;
  readonly verdict: VerdictState;
  readonly duration: number | null;
  readonly size: number;
  readonly trace: number;
  readonly rule: string;
  readonly defect: string;
};

/** A text as facets are compared: in lower case, and without what SQLite ends a text at or cannot hold. */
export const comparable = (text: string): string => wellFormed(text.toLowerCase().replaceAll('\0', '\u{fffd}'));

/** Whether an exchange is a row of its own: of twins the inbound one is, because that is the one with the verdict. */
export const isRow = ({ direction, twinId }: Pick<ExchangeSummary, 'direction' | 'twinId'>): boolean =>
  direction === 'inbound' || twinId === null;

/** The facets of a row; its twin adds what only the sending side knows. */
export const facetsOf = (summary: ExchangeSummary, twin: ExchangeSummary | null): Facets => {
  const { outcome } = summary;
  return {
    id: summary.id,
    twinId: summary.twinId,
    openedAt: summary.openedAt,
    way: summary.twinId !== null ? 'loopback' : summary.direction === 'inbound' ? 'in' : 'out',
    channelId: summary.channelId ?? '',
    conversationId: summary.conversationId ?? '',
    user: summary.conversationId === null ? '' : comparable(userIdOf(summary.conversationId)),
    method: comparable(summary.method),
    target: comparable(summary.target),
    host: comparable(together(hostsOf(summary), twin ? hostsOf(twin) : '')),
    state: outcome.state === 'failed' && outcome.fault.code === 'request.withheld' ? 'withheld' : outcome.state,
    isImported: wasImported(summary),
    status: outcome.state === 'answered' ? outcome.status : null,
    verdict: summary.verdict,
    duration: summary.duration,
    size: summary.requestBytes + (summary.responseBytes ?? 0),
    trace: summary.traceId,
    rule: comparable(together(summary.rule, twin?.rule ?? '')),
    defect: comparable(together(summary.defect, twin?.defect ?? '')),
  };
};

const hostsOf = ({ origin, remote }: ExchangeSummary): string =>
  together(origin.replace(/^https?:\/\//i, ''), remote.replace(/^https?:\/\//i, ''));

const together = (one: string, other: string): string => [...new Set([one, other])].filter(Boolean).join(' ');
