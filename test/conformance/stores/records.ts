import type { ExchangeRecord } from '#main/harness/exchange-store.ts';
import type { Exchange, ExchangeSummary, Outcome } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';

type Given = {
  readonly request?: Uint8Array | string;
  readonly response?: Uint8Array | string | null;
  readonly headers?: HeaderLines;
  readonly target?: string;
  readonly outcome?: Outcome;
  readonly note?: string;
  readonly responseHeaders?: HeaderLines;
  readonly summary?: Partial<ExchangeSummary>;
};

const bytesOf = (body: Uint8Array | string): Uint8Array => (typeof body === 'string' ? Buffer.from(body) : body);

/** An exchange as the harness gives it to the store. */
export const recordOf = (id: number, given: Given = {}): ExchangeRecord => {
  const request = bytesOf(given.request ?? `{"say":"hello ${id}"}`);
  const response = given.response === null ? null : bytesOf(given.response ?? '{"text":"hi"}');
  const target = given.target ?? `/hooks/${id}`;
  const outcome = given.outcome ?? { state: 'answered', status: 200 };
  const summary: ExchangeSummary = {
    id,
    openedAt: 1_763_640_000_000.5 + id,
    direction: 'inbound',
    channelId: 'kore-demo',
    end: 'platform',
    conversationId: null,
    method: 'POST',
    origin: '',
    target,
    remote: '127.0.0.1:50123',
    twinId: null,
    traceId: id,
    replayOf: null,
    outcome,
    duration: outcome.state === 'pending' ? null : 12.25,
    requestBytes: request.byteLength,
    responseBytes: response?.byteLength ?? null,
    verdict: 'trusted',
    note: given.note ?? '',
    defect: '',
    rule: '',
    findingCounts: { error: 0, warning: 0, info: 0 },
    ...given.summary,
  };
  const head = { httpVersion: '1.1', isTruncated: false };
  const exchange: Exchange = {
    summary,
    target,
    request: {
      ...head,
      headers: given.headers ?? [['Content-Type', 'application/json']],
      bodyBytes: request.byteLength,
    },
    response: response && {
      ...head,
      status: 200,
      reason: '',
      headers: given.responseHeaders ?? [],
      bodyBytes: response.byteLength,
    },
    phases: [{ name: 'receive', from: 0, to: 1.5 }],
    findings: [],
    verdict: { state: 'trusted', because: 'Accepted: the signature and every claim hold.', checks: [] },
  };
  return { exchange, requestBody: request, responseBody: response };
};

/** The same exchange before it was answered. */
export const pendingOf = (id: number, given: Given = {}): ExchangeRecord =>
  recordOf(id, { ...given, response: null, outcome: { state: 'pending' } });

/** The record as the harness gives it when the request body is on the disk already. */
export const withoutRequestBody = ({ exchange, responseBody }: ExchangeRecord) => ({ exchange, responseBody });

export const messageOf = (name: string, exchangeId: number, conversationId = 'kore-demo/u-42'): Message => ({
  id: name,
  channelId: 'kore-demo',
  conversationId,
  exchangeId,
  at: 1_763_640_000_000,
  author: 'user',
  content: { kind: 'text', text: name },
});

export const idsOf = ({ exchanges }: { readonly exchanges: readonly ExchangeSummary[] }): readonly number[] =>
  exchanges.map((each) => each.id);

export const namesOf = ({ messages }: { readonly messages: readonly Message[] }): readonly string[] =>
  messages.map((each) => each.id);
