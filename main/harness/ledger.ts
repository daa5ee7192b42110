import { redact } from '#shared/channel/redact.ts';
import type { Exchange, ExchangeSummary, Head, Outcome, Phase } from '#shared/exchange/exchange.ts';
import type { Finding, Severity } from '#shared/exchange/finding.ts';
import type { HeaderLines, RawResponse } from '#shared/exchange/raw-http.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import type { SessionLog } from './session-log.ts';
import type { World } from './world.ts';

/** A row shows this much of a target; the whole is kept. */
const shownTarget = 2000;

/** What is known of an exchange when its row appears. */
export type Opening = Pick<
  ExchangeSummary,
  'openedAt' | 'direction' | 'channelId' | 'end' | 'conversationId' | 'method' | 'origin' | 'remote' | 'twinId'
> & {
  readonly target: string;
  readonly httpVersion: string;
  readonly headers: HeaderLines;
  readonly secrets: readonly string[];
};

export type OpenedExchange = Opening & { readonly id: number };

/** What became of it. */
export type Closing = {
  readonly outcome: Outcome;
  readonly requestBody: Uint8Array;
  readonly isRequestTruncated: boolean;
  readonly response: (RawResponse & { readonly httpVersion: string; readonly isTruncated: boolean }) | null;
  readonly phases: readonly Phase[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly conversationId?: string | null;
  readonly twinId?: number | null;
  readonly remote?: string;
};

/** Every exchange once: numbered, shown as pending, then shown as closed and kept. */
export class Ledger {
  readonly #world: Pick<World, 'clock' | 'exchanges'>;
  readonly #publish: SessionLog['publish'];
  #newestId: number;

  constructor(world: Pick<World, 'clock' | 'exchanges'>, publish: SessionLog['publish']) {
    this.#world = world;
    this.#publish = publish;
    this.#newestId = world.exchanges.newestId();
  }

  get newestId(): number {
    return this.#newestId;
  }

  /** The row appears. */
  readonly open = (opening: Opening): OpenedExchange => {
    this.#newestId += 1;
    const opened = { ...opening, id: this.#newestId };
    this.#publish({ type: 'exchange-opened', exchange: summaryOf(opened, null, null) });
    return opened;
  };

  /** The request is on the disk before anything reads it. */
  readonly keepRequest = (opened: OpenedExchange, body: Uint8Array): Promise<void> =>
    this.#world.exchanges.keep({
      exchange: exchangeOf(opened, { ...nothingYet, requestBody: body }, null),
      requestBody: body,
      responseBody: null,
    });

  /** The row shows what became of it; resolves when that is kept. `isRequestKept`: its body is on the disk already. */
  readonly close = (opened: OpenedExchange, closing: Closing, { isRequestKept = false } = {}): Promise<void> => {
    const duration = this.#world.clock.now() - opened.openedAt;
    const exchange = exchangeOf(opened, closing, duration);
    this.#publish({ type: 'exchange-closed', exchange: exchange.summary });
    return this.#world.exchanges.keep({
      exchange,
      responseBody: closing.response?.body ?? null,
      ...(isRequestKept ? {} : { requestBody: closing.requestBody }),
    });
  };
}

const nothingYet: Closing = {
  outcome: { state: 'pending' },
  requestBody: new Uint8Array(),
  isRequestTruncated: false,
  response: null,
  phases: [],
  findings: [],
  verdict: { state: 'unchecked', because: '', checks: [] },
};

const exchangeOf = (opened: OpenedExchange, closing: Closing, duration: number | null): Exchange => ({
  summary: summaryOf(opened, closing, duration),
  target: opened.target,
  request: headOf(opened.httpVersion, opened.headers, closing.requestBody, closing.isRequestTruncated),
  response: closing.response && {
    status: closing.response.status,
    reason: closing.response.reason,
    ...headOf(
      closing.response.httpVersion,
      closing.response.headers,
      closing.response.body,
      closing.response.isTruncated,
    ),
  },
  phases: closing.phases,
  findings: closing.findings,
  verdict: closing.verdict,
});

const headOf = (httpVersion: string, headers: HeaderLines, body: Uint8Array, isTruncated: boolean): Head => ({
  httpVersion,
  headers,
  bodyBytes: body.byteLength,
  isTruncated,
});

const summaryOf = (opened: OpenedExchange, closing: Closing | null, duration: number | null): ExchangeSummary => ({
  id: opened.id,
  openedAt: opened.openedAt,
  direction: opened.direction,
  channelId: opened.channelId,
  end: opened.end,
  conversationId: closing?.conversationId ?? opened.conversationId,
  method: opened.method,
  origin: opened.origin,
  target: redact(opened.target, opened.secrets).slice(0, shownTarget),
  remote: closing?.remote ?? opened.remote,
  twinId: closing?.twinId ?? opened.twinId,
  outcome: closing?.outcome ?? { state: 'pending' },
  duration,
  requestBytes: closing?.requestBody.byteLength ?? 0,
  responseBytes: closing?.response?.body.byteLength ?? null,
  verdict: closing?.verdict.state ?? 'unchecked',
  note: closing ? noteOf(closing) : '',
  findingCounts: countsOf(closing?.findings ?? []),
});

/** The one sentence of a row: why it was refused, what the world refused, or the gravest thing noticed. */
const noteOf = ({ verdict, outcome, findings }: Closing): string => {
  if (outcome.state === 'failed') return outcome.fault.message;
  if (verdict.state === 'refused') return verdict.because;
  return findings.find((each) => each.severity === 'error')?.summary ?? '';
};

const countsOf = (findings: readonly Finding[]): ExchangeSummary['findingCounts'] => ({
  error: countOf(findings, 'error'),
  warning: countOf(findings, 'warning'),
  info: countOf(findings, 'info'),
});

const countOf = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((each) => each.severity === severity).length;
