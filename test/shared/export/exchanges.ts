import { bytesOf } from '#shared/exchange/body.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { ExportedConversation, ExportedExchange } from '#shared/export/exported.ts';
import type { Content } from '#shared/exchange/message.ts';
import { unchecked } from '#shared/trust/verdict.ts';

export type Made = {
  readonly id?: number;
  readonly method?: string;
  readonly target?: string;
  readonly headers?: HeaderLines;
  readonly body?: string | Uint8Array;
  readonly response?: {
    readonly status: number;
    readonly headers?: HeaderLines;
    readonly body?: string | Uint8Array;
  } | null;
  readonly more?: Partial<Exchange>;
};

const bytes = (body: string | Uint8Array): Uint8Array => (typeof body === 'string' ? bytesOf(body) : body);

/** An exchange that we made, answered with 200 where nothing else is said. */
export const exchangeOf = ({
  id = 1,
  method = 'POST',
  target = '/hook',
  headers = [['Host', 'bot.example.com']],
  body = '',
  response = { status: 200 },
  more = {},
}: Made = {}): ExportedExchange => {
  const requestBody = bytes(body);
  const responseBody = response && bytes(response.body ?? '');
  return {
    exchange: {
      summary: {
        id,
        openedAt: 1_767_261_600_123,
        direction: 'outbound',
        channelId: null,
        end: null,
        conversationId: null,
        method,
        origin: 'http://bot.example.com',
        target,
        remote: '127.0.0.1:80',
        twinId: null,
        traceId: id,
        replayOf: null,
        outcome: response ? { state: 'answered', status: response.status } : { state: 'aborted' },
        duration: 12.5,
        requestBytes: requestBody.byteLength,
        responseBytes: responseBody && responseBody.byteLength,
        verdict: 'unchecked',
        note: '',
        defect: '',
        rule: '',
        findingCounts: { error: 0, warning: 0, info: 0 },
      },
      target,
      request: { httpVersion: '1.1', headers, bodyBytes: requestBody.byteLength, isTruncated: false },
      response: response && {
        status: response.status,
        reason: 'OK',
        httpVersion: '1.1',
        headers: response.headers ?? [],
        bodyBytes: responseBody?.byteLength ?? 0,
        isTruncated: false,
      },
      phases: [
        { name: 'connect', from: 0, to: 1.25 },
        { name: 'send', from: 1.25, to: 2 },
        { name: 'receive', from: 10, to: 12.5 },
      ],
      findings: [],
      verdict: unchecked('Nobody looked.'),
      ...more,
    },
    requestBody,
    responseBody,
  };
};

/** A conversation in which the bot says these, one after the other. */
export const conversationOf = (...contents: readonly Content[]): ExportedConversation => ({
  conversation: { id: 'c1/u-1', channelId: 'c1', userId: 'u-1', startedAt: 0 },
  channel: { id: 'c1', name: 'Demo', platformId: 'kore' },
  traces: new Map([[1, 1]]),
  messages: contents.map((content, index) => ({
    id: String(index),
    channelId: 'c1',
    conversationId: 'c1/u-1',
    exchangeId: 1,
    at: 1000 * index,
    author: 'bot',
    content,
  })),
});
