import { redact } from '#shared/channel/redact.ts';
import type { Exchange, ExchangeSummary, Head, Outcome, Phase } from '#shared/exchange/exchange.ts';
import type { Finding, Severity } from '#shared/exchange/finding.ts';
import { joinedRules } from '#shared/exchange/rule-names.ts';
import type { HeaderLines, RawResponse } from '#shared/exchange/raw-http.ts';
import { defectRule } from '#shared/platforms/defect.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import type { SessionLog } from './session-log.ts';
import type { World } from './world.ts';

/** A row shows this much of a target; the whole is kept. */
const shownTarget = 2000;

/** What is known of an exchange when its row appears. */
export type OpenedExchange = Pick<
  ExchangeSummary,
  | 'id'
  | 'openedAt'
  | 'direction'
  | 'channelId'
  | 'end'
  | 'conversationId'
  | 'method'
  | 'origin'
  | 'remote'
  | 'twinId'
  | 'traceId'
  | 'replayOf'
  /** What made the words of its request. */
  | 'rule'
> & {
  readonly target: string;
  readonly httpVersion: string;
  readonly headers: HeaderLines;
  readonly secrets: readonly string[];
  /** What is known about it before anything reads it. */
  readonly noticed: readonly Finding[];
};

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
  /** What made the words of its answer. */
  readonly rule?: string;
};

/** Every exchange once: numbered, shown as pending, then shown as closed and kept. */
export class Ledger {
  readonly #world: Pick<World, 'clock' | 'exchanges'>;
  readonly #publish: SessionLog['publish'];
  /** Opened since the last batch of events: no window knows them yet. */
  readonly #unshown = new Map<number, OpenedExchange>();
  #isShowDue = false;
  #newestId: number;

  constructor(world: Pick<World, 'clock' | 'exchanges'>, publish: SessionLog['publish']) {
    this.#world = world;
    this.#publish = publish;
    this.#newestId = world.exchanges.newestId();
  }

  get newestId(): number {
    return this.#newestId;
  }

  /** The number of a new exchange; what is numbered is opened at once. */
  readonly nextId = (): number => {
    this.#newestId += 1;
    return this.#newestId;
  };

  /** The row appears with the next batch of events; what is closed by then appears as closed, and costs one event instead of two. */
  readonly open = (opened: OpenedExchange): OpenedExchange => {
    this.#unshown.set(opened.id, opened);
    if (!this.#isShowDue) {
      this.#isShowDue = true;
      this.#world.clock.soon(this.show);
    }
    return opened;
  };

  /** Every row that is still unshown appears now, pending. */
  readonly show = (): void => {
    this.#isShowDue = false;
    for (const opened of this.#unshown.values()) {
      this.#publish({ type: 'exchange-opened', exchange: summaryOf(opened, null, null) });
    }
    this.#unshown.clear();
  };

  /** The request is on the disk before anything reads it. */
  readonly keepRequest = (opened: OpenedExchange, body: Uint8Array): Promise<void> =>
    this.#world.exchanges.keep({
      exchange: exchangeOf(opened, { ...nothingYet, requestBody: body, findings: opened.noticed }, null),
      requestBody: body,
      responseBody: null,
    });

  /** The row shows what became of it; resolves when that is kept. `isRequestKept`: its body is on the disk already. */
  readonly close = (opened: OpenedExchange, become: Closing, { isRequestKept = false } = {}): Promise<void> => {
    const duration = this.#world.clock.now() - opened.openedAt;
    const closing =
      opened.noticed.length === 0 ? become : { ...become, findings: [...opened.noticed, ...become.findings] };
    const exchange = exchangeOf(opened, closing, duration);
    const isUnshown = this.#unshown.delete(opened.id);
    this.#publish({ type: isUnshown ? 'exchange-opened' : 'exchange-closed', exchange: exchange.summary });
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
  traceId: opened.traceId,
  replayOf: opened.replayOf,
  outcome: closing?.outcome ?? { state: 'pending' },
  duration,
  requestBytes: closing?.requestBody.byteLength ?? 0,
  responseBytes: closing?.response?.body.byteLength ?? null,
  verdict: closing?.verdict.state ?? 'unchecked',
  note: closing ? noteOf(closing) : '',
  defect: defectsIn(closing?.findings ?? []),
  rule: joinedRules(opened.rule, closing?.rule ?? ''),
  findingCounts: countsOf(closing?.findings ?? []),
});

/** The one sentence of a row: why it was refused, what the world refused, or the gravest thing noticed. */
const noteOf = ({ verdict, outcome, findings }: Closing): string => {
  if (outcome.state === 'failed') return outcome.fault.message;
  if (verdict.state === 'refused') return verdict.because;
  return findings.find((each) => each.severity === 'error')?.summary ?? '';
};

/** A defect that acted says so with a finding. */
const defectsIn = (findings: readonly Finding[]): string =>
  findings
    .filter((each) => each.rule.startsWith(defectRule))
    .map((each) => each.rule.slice(defectRule.length))
    .join(', ');

const noFindings: ExchangeSummary['findingCounts'] = { error: 0, warning: 0, info: 0 };

const countsOf = (findings: readonly Finding[]): ExchangeSummary['findingCounts'] =>
  findings.length === 0 ? noFindings : countAll(findings);

const countAll = (findings: readonly Finding[]): ExchangeSummary['findingCounts'] => ({
  error: countOf(findings, 'error'),
  warning: countOf(findings, 'warning'),
  info: countOf(findings, 'info'),
});

const countOf = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((each) => each.severity === severity).length;
