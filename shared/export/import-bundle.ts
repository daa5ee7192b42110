import { traceName } from '#shared/exchange/trace.ts';
import { twinsIn } from '#shared/export/bundled-twins.ts';
import { unbundledExchange } from '#shared/export/bundled-exchange.ts';
import { tooLarge, type ImportedExchange, type ImportReading } from '#shared/export/imported.ts';
import { readBundle } from '#shared/export/read-bundle.ts';
import type { BundledExchange } from '#shared/export/bundle-schema.ts';

/**
 * The exchanges of a bundle, as if they had been imported from anywhere: conversations stay in it, because they belong to channels
 * that this bench does not have. Refuses what is none, or too large; what is of no form is named by its field.
 */
export const importBundle = (text: string): ImportReading => {
  const read = readBundle(text);
  if (!read.ok) return read;
  const exchanges: ImportedExchange[] = [];
  const twins = twinsIn(read.bundle.exchanges);
  for (const each of read.bundle.exchanges) {
    const imported = importedOf(each, twins.get(each.id) ?? null);
    const problem = typeof imported === 'string' ? imported : tooLarge(imported);
    if (typeof imported === 'string' || problem !== null)
      return { ok: false, problem: `Exchange #${String(each.id)} of the bundle: ${problem ?? ''}` };
    exchanges.push(imported);
  }
  return { ok: true, exchanges, skipped: 0 };
};

const importedOf = (bundled: BundledExchange, twin: number | null): ImportedExchange | string => {
  const read = unbundledExchange(bundled, { channelId: null, conversationId: null, twinId: null, replayOf: null });
  if (typeof read === 'string') return read;
  const { exchange, requestBody, responseBody } = read;
  const { summary, target, request, response, phases, findings, verdict } = exchange;
  return {
    openedAt: summary.openedAt,
    direction: summary.direction,
    origin: summary.origin,
    httpVersion: request.httpVersion,
    request: { method: summary.method, target, headers: request.headers, body: requestBody },
    response: response && responseBody && { ...response, body: responseBody },
    duration: summary.duration,
    phases,
    findings,
    told: {
      id: bundled.id,
      trace: traceName(summary.traceId),
      replayOf: bundled.replayOf ?? null,
      twin,
      rule: summary.rule,
      defect: summary.defect,
    },
    verdict: { ...verdict, because: `In the bundle: ${verdict.because.replace(/^In the bundle: /, '')}` },
  };
};
