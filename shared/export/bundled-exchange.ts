import { fault } from '#shared/contract/fault.ts';
import { bytesOf } from '#shared/exchange/body.ts';
import type { Exchange, Head, Outcome } from '#shared/exchange/exchange.ts';
import type { Finding, Severity } from '#shared/exchange/finding.ts';
import { decodeBase64, encodeBase64 } from '#shared/text/base64.ts';
import { causes, type CauseCode } from '#shared/trust/autopsy/causes.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import type { BundledExchange } from '#shared/export/bundle-schema.ts';
import { exactText, type ExportedExchange } from '#shared/export/exported.ts';

/** An exchange as a bundle has it. `channel` is the name of its channel there. */
export const bundledExchange = (
  { exchange, requestBody, responseBody, mark }: ExportedExchange,
  channel: string | null,
): BundledExchange => {
  const { summary, target, request, response, phases, findings, verdict } = exchange;
  const { id, openedAt, direction, end, conversationId, method, origin, remote, twinId } = summary;
  const { traceId, replayOf, duration, defect, rule, note } = summary;
  return {
    id,
    openedAt,
    direction,
    channel,
    end,
    conversationId,
    method,
    origin,
    target,
    remote,
    twinId,
    traceId,
    ...(replayOf === null ? {} : { replayOf }),
    outcome: summary.outcome.state,
    ...reasonOf(summary.outcome),
    duration,
    defect,
    rule,
    note,
    ...(mark ? { mark: { isPinned: mark.isPinned, colour: mark.colour, note: mark.note } } : {}),
    phases: [...phases],
    findings: [...findings],
    verdict: bundledVerdict(verdict),
    request: sideOf(request, requestBody),
    response: response && {
      status: response.status,
      reason: response.reason,
      ...sideOf(response, responseBody ?? new Uint8Array()),
    },
  };
};

const reasonOf = (outcome: Outcome): Pick<BundledExchange, 'reason' | 'next'> => {
  if (outcome.state === 'failed') return { reason: outcome.fault.message, next: outcome.fault.next };
  return outcome.state === 'malformed' ? { reason: outcome.reason } : {};
};

const bundledVerdict = ({ examination, ...verdict }: Verdict): BundledExchange['verdict'] => ({
  ...verdict,
  checks: [...verdict.checks],
  ...(examination
    ? {
        examination: {
          ...examination,
          causes: examination.causes.map(({ remedy: _remedy, ...cause }) => cause),
        },
      }
    : {}),
});

const sideOf = ({ httpVersion, headers, isTruncated }: Head, body: Uint8Array): BundledExchange['request'] => {
  const text = exactText(body);
  return {
    httpVersion,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    body: text === null ? { base64: encodeBase64(body) } : { text },
    isTruncated,
  };
};

/** The exchange that a bundle has, or a sentence why it cannot be read. `ids`: what it is called by those who read it. */
export const unbundledExchange = (
  bundled: BundledExchange,
  ids: Pick<Exchange['summary'], 'channelId' | 'conversationId' | 'twinId' | 'replayOf'>,
): ExportedExchange | string => {
  const { id, openedAt, direction, end, method, origin, target, remote, mark } = bundled;
  const { traceId = id, duration, defect, rule = '', note } = bundled;
  const { phases, findings, request, response } = bundled;
  const requestBody = bodyOf(request.body);
  const responseBody = response && bodyOf(response.body);
  if (!requestBody || (response && !responseBody)) return 'a body is not base64.';
  const verdict = unbundledVerdict(bundled.verdict);
  return {
    exchange: {
      summary: {
        id,
        openedAt,
        direction,
        ...ids,
        end,
        method,
        origin,
        target: target.slice(0, 2000),
        remote,
        traceId,
        outcome: outcomeOf(bundled),
        duration: duration ?? 0,
        requestBytes: requestBody.byteLength,
        responseBytes: responseBody && responseBody.byteLength,
        verdict: verdict.state,
        note,
        defect,
        rule,
        findingCounts: countsOf(findings),
      },
      target,
      request: headOf(request, requestBody),
      response: response &&
        responseBody && { status: response.status, reason: response.reason, ...headOf(response, responseBody) },
      phases,
      findings,
      verdict,
    },
    requestBody,
    responseBody,
    ...(mark ? { mark: { exchangeId: id, ...mark } } : {}),
  };
};

const bodyOf = (body: BundledExchange['request']['body']): Uint8Array | null => {
  if ('text' in body) return bytesOf(body.text);
  const decoded = decodeBase64(body.base64);
  return decoded.ok ? decoded.bytes : null;
};

const headOf = ({ httpVersion, headers, isTruncated }: BundledExchange['request'], body: Uint8Array): Head => ({
  httpVersion,
  headers,
  bodyBytes: body.byteLength,
  isTruncated,
});

/** What was open when the bundle was made will never be answered in it. */
const outcomeOf = ({ outcome, response, reason = '', next = '' }: BundledExchange): Outcome => {
  if (response) return { state: 'answered', status: response.status };
  if (outcome === 'aborted') return { state: 'aborted' };
  if (outcome === 'malformed') return { state: 'malformed', reason };
  const unanswered = fault('import.unanswered');
  return {
    state: 'failed',
    fault: { ...unanswered, message: reason || unanswered.message, next: next || unanswered.next },
  };
};

export const countsOf = (findings: readonly Finding[]): Exchange['summary']['findingCounts'] => {
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
};

/** A cause that this version has no words for is passed over. */
const unbundledVerdict = ({ examination, ...verdict }: BundledExchange['verdict']): Verdict => ({
  ...verdict,
  ...(examination
    ? {
        examination: {
          ...examination,
          causes: examination.causes.flatMap(({ code, ...cause }) =>
            Object.hasOwn(causes, code) ? [{ ...cause, code: code as CauseCode }] : [],
          ),
        },
      }
    : {}),
});
