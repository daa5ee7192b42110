import { redact } from '#shared/channel/redact.ts';
import { fault } from '#shared/contract/fault.ts';
import type { Direction, ExchangeSummary, Outcome, Phase } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { HarRest } from '#shared/exchange/har-rest.ts';
import type { RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';
import { countsOf } from '#shared/export/bundled-exchange.ts';
import type { ExportedExchange } from '#shared/export/exported.ts';
import { importLimits } from '#shared/export/import-limits.ts';
import type { Belonging, ToldPlace } from '#shared/export/told-place.ts';

/** One exchange of a file that somebody gave us: checked, and believed in nothing. */
export type ImportedExchange = {
  /** Milliseconds since 1970; null where the file does not say. */
  readonly openedAt: number | null;
  readonly direction: Direction;
  readonly origin: string;
  readonly httpVersion: string;
  readonly request: RawRequest;
  readonly response: (RawResponse & { readonly httpVersion: string }) | null;
  readonly duration: number | null;
  readonly phases: readonly Phase[];
  /** What whoever made the file found out about it. */
  readonly findings: readonly Finding[];
  readonly verdict: Verdict | null;
  /** What the file calls it, where it calls it anything. */
  readonly told?: ToldPlace;
  /** What an HTTP Archive says besides. */
  readonly har?: HarRest;
};

/** All of a file, or one sentence why it is not taken. */
export type ImportReading =
  | {
      readonly ok: true;
      readonly exchanges: readonly ImportedExchange[];
      /** How many things of the file are no HTTP. */
      readonly skipped: number;
    }
  | { readonly ok: false; readonly problem: string };

/** Whether a row was imported: what we send or receive has another side. */
export const wasImported = ({ remote }: Pick<ExchangeSummary, 'remote'>): boolean => remote === '';

/** A sentence where an exchange is larger than one may be; null where it is not. */
export const tooLarge = ({ request, response }: ImportedExchange): string | null => {
  const { bodyBytes, headerLines } = importLimits;
  if (Math.max(request.body.byteLength, response?.body.byteLength ?? 0) > bodyBytes)
    return `it has a body of more than ${String(bodyBytes / 1024 / 1024)} MiB.`;
  if (Math.max(request.headers.length, response?.headers.length ?? 0) > headerLines)
    return `it has more than ${String(headerLines)} header lines.`;
  return request.target.length > 200_000 ? 'its address has more than 200,000 characters.' : null;
};

type Place = {
  readonly id: number;
  readonly channelId: string | null;
  /** Milliseconds since 1970: for what has no time of its own. */
  readonly now: number;
  /** Where it comes from, in a few words: the kind of file. */
  readonly source: string;
  readonly secrets: readonly string[];
  /** What it belongs to among those that are imported with it; left out: to nothing. */
  readonly belonging?: Belonging;
};

/** The imported exchange as one of ours, marked as what it is. Its verdict is that of whoever made the file, and says so. */
export const importedRecord = (
  imported: ImportedExchange,
  { id, channelId, now, source, secrets, belonging = { traceId: id, replayOf: null, twinId: null } }: Place,
): ExportedExchange => {
  const { request, response, direction, origin, phases, told } = imported;
  const mark: Finding = {
    severity: 'info',
    rule: 'imported',
    summary: `This came from ${source}: Hookbench has neither sent nor received it, and has checked nothing in it.${toldWords(told)}`,
  };
  const findings = [mark, ...imported.findings.filter(({ rule }) => rule !== 'imported')];
  const verdict = imported.verdict ?? unchecked(`Not checked: it was imported from ${source}.`);
  const outcome: Outcome = response
    ? { state: 'answered', status: response.status }
    : {
        state: 'failed',
        fault: fault('import.unanswered'),
      };
  return {
    exchange: {
      summary: {
        id,
        openedAt: imported.openedAt ?? now,
        direction,
        channelId,
        end: null,
        conversationId: null,
        method: request.method,
        origin: direction === 'outbound' ? origin : '',
        target: redact(request.target, secrets).slice(0, 2000),
        remote: '',
        ...belonging,
        outcome,
        duration: imported.duration ?? 0,
        requestBytes: request.body.byteLength,
        responseBytes: response?.body.byteLength ?? null,
        verdict: verdict.state,
        note: verdict.because,
        defect: told?.defect ?? '',
        rule: told?.rule ?? '',
        findingCounts: countsOf(findings),
      },
      target: request.target,
      request: {
        httpVersion: imported.httpVersion,
        headers: request.headers,
        bodyBytes: request.body.byteLength,
        isTruncated: false,
      },
      response: response && {
        status: response.status,
        reason: response.reason,
        httpVersion: response.httpVersion,
        headers: response.headers,
        bodyBytes: response.body.byteLength,
        isTruncated: false,
      },
      phases,
      findings,
      verdict,
      ...(imported.har ? { har: imported.har } : {}),
    },
    requestBody: request.body,
    responseBody: response && response.body,
  };
};

const toldWords = ({ id, trace }: Partial<ToldPlace> = {}): string => {
  const names = [typeof id === 'number' ? `#${String(id)}` : '', trace ? `of the trace ${trace}` : ''].filter(Boolean);
  return names.length === 0 ? '' : ` There it was ${names.join(' ')}.`;
};
